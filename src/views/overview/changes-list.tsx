import { count } from '#diagram/describe-step.ts';
import type { HrefOf } from '#diagram/overview/place-behind.ts';

/** Rows changed, added and removed in one file. */
export interface ChangedFile {
  readonly file: string;
  readonly changes: number;
}

/** What was done since the workspace was last safe outside the browser. */
export interface Changes {
  /** "since it was opened", "since it was saved at 14:05". */
  readonly since: string;
  /** Names of the edits, newest first. */
  readonly edits: readonly string[];
  readonly files: readonly ChangedFile[];
}

const SHOWN = 4;

/** What changed, by file and by name. */
export function ChangesList({
  changes,
  hrefOf,
}: {
  readonly changes: Changes;
  readonly hrefOf: HrefOf;
}): React.JSX.Element {
  const { since, edits, files } = changes;
  const more = edits.length - SHOWN;
  return (
    <section aria-labelledby="overview-changes">
      <h3 id="overview-changes" className="summary__heading">
        Changed {since}
      </h3>
      {edits.length === 0 ? (
        <p>Nothing.</p>
      ) : (
        <>
          <ol className="plain-list changes">
            {edits.slice(0, SHOWN).map((name, place) => (
              <li key={`${edits.length - place} ${name}`} className="changes__edit">
                {name}
              </li>
            ))}
          </ol>
          {more > 0 && <p className="summary__note">and {count(more, 'edit')} before.</p>}
          <ul className="plain-list changes__files">
            {files.map(({ file, changes: number }) => (
              <li key={file}>
                <a href={hrefOf({ kind: 'file', file })}>{file}</a>: {count(number, 'row')} changed
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
