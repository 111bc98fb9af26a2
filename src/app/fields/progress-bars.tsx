import type { Progress } from '#diagram/fields/quick-filters.ts';

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** 99.9 % is not yet all of it. */
const percent = (share: number): string => `${share === 1 ? 100 : Math.floor(share * 100)}%`;

function Bar({
  words,
  part,
  whole,
}: {
  readonly words: string;
  readonly part: number;
  readonly whole: number;
}): React.JSX.Element {
  const share = shareOf(part, whole);
  return (
    <div
      className="progress-bar"
      title={`${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')} questions`}
    >
      <span>
        <b>{percent(share)}</b> {words}
      </span>
      <progress max={Math.max(1, whole)} value={part} aria-label={`Share ${words}`} />
    </div>
  );
}

/** How far the questions have been worked through: looked at, and assessed for what they are for. */
export function ProgressBars({ progress }: { readonly progress: Progress }): React.JSX.Element {
  const { questions, lookedAt, assessed } = progress;
  return (
    <div className="progress-bars">
      <Bar words="looked at" part={lookedAt} whole={questions} />
      <Bar words="assessed" part={assessed} whole={questions} />
    </div>
  );
}
