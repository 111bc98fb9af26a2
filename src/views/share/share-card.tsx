import { useId } from 'react';

/** The files that serve one purpose. */
export function ShareCard({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const id = useId();
  return (
    <section className="share-card" aria-labelledby={id}>
      <h3 id={id} className="share-card__title">
        {title}
      </h3>
      <ul className="share-card__rows">{children}</ul>
    </section>
  );
}
