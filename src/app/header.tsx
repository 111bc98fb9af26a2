import { OpenMenu } from './saving/open-menu.tsx';

export interface HeaderProps {
  readonly authority: string;
  /** The file or folder that is open; null for the worked example. */
  readonly name: string | null;
  /** What stands before the menu: the search. */
  readonly children?: React.ReactNode;
}

/** The black bar: whose workspace it is, where it came from, and the menu to open another. */
export function Header({ authority, name, children }: HeaderProps): React.JSX.Element {
  return (
    <header className="header">
      <h1 className="header__product">Throughline</h1>
      <p className="header__authority">
        {authority} <span className="header__quiet">{name === null ? '(invented example)' : name}</span>
      </p>
      <p className="header__private">Nothing leaves this browser</p>
      {children}
      <OpenMenu />
    </header>
  );
}
