import { count } from '#diagram/describe-step.ts';
import {
  type Choices,
  chosenIn,
  type MergeFile,
  type MergeRow,
  openRows,
  type Taken,
  withFile,
  withRow,
} from './merge-file.ts';

export interface MergeRowsProps {
  readonly files: readonly MergeFile[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

interface ChoiceProps {
  /** Told apart from all others on the page. */
  readonly group: string;
  readonly taken: Taken | undefined;
  readonly onTake: (taken: Taken) => void;
}

const WORDS = { mine: 'Mine', theirs: 'Theirs' } as const;
const SIDES = ['mine', 'theirs'] as const;

function Choice({ group, side, taken, onTake }: ChoiceProps & { readonly side: Taken }): React.JSX.Element {
  return (
    <label className="merge__choice">
      <input type="radio" name={group} checked={taken === side} onChange={() => onTake(side)} />
      {WORDS[side]}
    </label>
  );
}

/** A cell of one version; what is not there is said, not left blank. */
const cellOf = (cells: MergeRow['mine'], column: string): React.ReactNode => {
  if (cells === null) return <span className="merge__none">row is not there</span>;
  const text = cells.get(column) ?? '';
  return text === '' ? <span className="merge__none">empty</span> : text;
};

/** Of a row that one version does not have, what the other says in all its columns. */
const columnsOf = ({ columns, mine, theirs }: MergeRow): readonly string[] => {
  if (mine !== null && theirs !== null) return columns;
  return [...(mine ?? theirs ?? new Map<string, string>())].flatMap(([name, text]) => (text === '' ? [] : [name]));
};

function RowChoice({ row, ...choice }: ChoiceProps & { readonly row: MergeRow }): React.JSX.Element {
  return (
    <fieldset className="merge__row">
      <legend className="merge__name">{row.name}</legend>
      <table className="merge__table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" className={choice.taken === side ? 'merge__taken' : undefined}>
                <Choice {...choice} side={side} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columnsOf(row).map((column) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              {SIDES.map((side) => (
                <td key={side} className={choice.taken === side ? 'merge__taken' : undefined}>
                  {cellOf(row[side], column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

/** What needs no choice, so that nobody wonders where it went. */
function Joined({ rows }: { readonly rows: readonly MergeRow[] }): React.JSX.Element | null {
  const [mine, theirs] = SIDES.map((side) => rows.filter(({ by }) => by === side).length);
  const said = [
    ...(mine === 0 ? [] : [`${count(mine ?? 0, 'row')} changed only by you`]),
    ...(theirs === 0 ? [] : [`${count(theirs ?? 0, 'row')} changed only by them`]),
  ];
  return said.length === 0 ? null : <p className="merge__joined">{said.join(' and ')}: both are kept.</p>;
}

interface FileProps extends Omit<MergeRowsProps, 'files'> {
  readonly file: MergeFile;
  readonly place: number;
}

function RowsOf({
  file,
  place,
  choices,
  onChoose,
}: FileProps & { readonly file: Extract<MergeFile, { kind: 'rows' }> }): React.JSX.Element {
  const chosen = chosenIn(choices, file.file);
  return (
    <>
      <Joined rows={file.rows} />
      {openRows(file).map((row, at) => (
        <RowChoice
          key={row.key}
          row={row}
          group={`merge-${place}-${at}`}
          taken={chosen.get(row.key)}
          onTake={(taken) => onChoose(withRow(choices, file.file, row.key, taken))}
        />
      ))}
    </>
  );
}

function WholeFile({
  file,
  place,
  choices,
  onChoose,
}: FileProps & { readonly file: Extract<MergeFile, { kind: 'whole' }> }): React.JSX.Element {
  const taken = choices.files.get(file.file);
  return (
    <fieldset className="merge__row">
      <legend className="merge__name">The whole file</legend>
      <p className="merge__joined">
        {file.isGone
          ? 'They removed it. Mine writes it again; Theirs takes it out here too.'
          : 'It is no table, so it can only be taken as a whole.'}
      </p>
      {SIDES.map((side) => (
        <Choice
          key={side}
          side={side}
          group={`merge-${place}`}
          taken={taken}
          onTake={(next) => onChoose(withFile(choices, file.file, next))}
        />
      ))}
    </fieldset>
  );
}

/** Everything in which the work here and the files on disk differ, to choose from. */
export function MergeRows({ files, choices, onChoose }: MergeRowsProps): React.JSX.Element {
  return (
    <>
      {files.map((file, place) => (
        <section key={file.file} className="merge__file" aria-labelledby={`merge-file-${place}`}>
          <h3 id={`merge-file-${place}`} className="merge__title">
            {file.file}
          </h3>
          {file.kind === 'rows' ? (
            <RowsOf file={file} place={place} choices={choices} onChoose={onChoose} />
          ) : (
            <WholeFile file={file} place={place} choices={choices} onChoose={onChoose} />
          )}
        </section>
      ))}
    </>
  );
}
