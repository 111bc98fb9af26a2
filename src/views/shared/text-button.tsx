/** Words that do something on this page, looking like a link. */
export function TextButton({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <button type="button" className="text-button" onClick={onClick}>
      {children}
    </button>
  );
}
