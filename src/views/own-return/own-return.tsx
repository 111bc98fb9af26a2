import { useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { DataReturn } from '#model/data-return.ts';
import type { Problem } from '#model/finding.ts';
import type { Fact } from '#model/workspace.ts';
import { LabelledSelect, LabelledText } from '#views/shared/labelled.tsx';
import { AboutForm, type AboutFormProps } from './about-form.tsx';
import type { EditBlock, EditColumn, EditRow } from './edit-column.ts';
import { EditTable } from './edit-table.tsx';
import { codeColumns, EVENT_COLUMNS, itemColumns, RULE_COLUMNS } from './return-columns.ts';

/** The parts of a return, each with a tab of its own. */
export const OWN_PARTS = ['about', 'events', 'codes', 'items', 'rules'] as const;
export type OwnPart = (typeof OWN_PARTS)[number];
/** The parts that are tables. */
export type OwnTable = Exclude<OwnPart, 'about'>;

const PART_NAMES: Readonly<Record<OwnPart, string>> = {
  about: 'About',
  events: 'Events',
  codes: 'Codes',
  items: 'Items',
  rules: 'Rules',
};

export interface OwnReturnProps {
  readonly dataReturn: DataReturn;
  readonly part: OwnPart;
  readonly rows: Readonly<Record<OwnTable, readonly EditRow[]>>;
  /** What the reader says of the files as a whole. */
  readonly problems: readonly Problem[];
  readonly facts: readonly Fact[];
  readonly about: Omit<AboutFormProps, 'title' | 'isNew' | 'onCancel'>;
  readonly onPart: (part: OwnPart) => void;
  readonly onWrite: (part: OwnTable, block: EditBlock) => void;
  readonly onRemove: (part: OwnTable, rows: readonly number[]) => void;
  readonly onRenameSet: (from: string, to: string) => void;
}

function Table({
  part,
  what,
  columns,
  ...props
}: Pick<OwnReturnProps, 'dataReturn' | 'rows' | 'onWrite' | 'onRemove'> & {
  readonly part: OwnTable;
  readonly what: string;
  readonly columns: readonly EditColumn[];
}): React.JSX.Element {
  const { dataReturn, rows, onWrite, onRemove } = props;
  return (
    <EditTable
      caption={`${PART_NAMES[part]} of ${dataReturn.name}`}
      what={what}
      columns={columns}
      rows={rows[part]}
      fixed={{}}
      onWrite={(block) => onWrite(part, block)}
      onRemove={(gone) => onRemove(part, gone)}
    />
  );
}

const setOf = ({ cells }: EditRow): string => cells['code_set'] ?? '';

function RenameSet({
  set,
  onRename,
}: {
  readonly set: string;
  readonly onRename: (to: string) => void;
}): React.JSX.Element {
  const [name, setName] = useState(set);
  return (
    <form
      className="own-return__rename"
      onSubmit={(event) => {
        event.preventDefault();
        const to = name.trim();
        if (to !== '' && to !== set) onRename(to);
      }}
    >
      <LabelledText label="Call this set" value={name} onChange={setName} />
      <button type="submit" className="small-button">
        Rename the set
      </button>
    </form>
  );
}

const ALL_CODES = codeColumns(true);
const CODES_OF_SET = codeColumns(false);

function Codes(props: OwnReturnProps): React.JSX.Element {
  const { dataReturn, rows, onWrite, onRemove, onRenameSet } = props;
  const sets = [...new Set(rows.codes.map(setOf))].filter((set) => set !== '');
  const [chosen, setChosen] = useState('');
  const set = sets.includes(chosen) ? chosen : '';
  return (
    <>
      <div className="own-return__head">
        <LabelledSelect
          label="Set of codes"
          value={set}
          options={[['', 'All sets'], ...sets.map((one) => [one, one] as const)]}
          onChange={setChosen}
        />
        {set !== '' && (
          <RenameSet
            key={set}
            set={set}
            onRename={(to) => {
              onRenameSet(set, to);
              setChosen(to);
            }}
          />
        )}
        <p className="panel__note">
          Paste rows from Excel into any cell: {set === '' ? 'set, code and meaning' : 'code and meaning'} side by side.
        </p>
      </div>
      <EditTable
        key={set}
        caption={`Codes of ${dataReturn.name}`}
        what="code"
        columns={set === '' ? ALL_CODES : CODES_OF_SET}
        rows={set === '' ? rows.codes : rows.codes.filter((row) => setOf(row) === set)}
        fixed={set === '' ? {} : { code_set: set }}
        onWrite={(block) => onWrite('codes', block)}
        onRemove={(gone) => onRemove('codes', gone)}
      />
    </>
  );
}

function Items(props: OwnReturnProps): React.JSX.Element {
  const { dataReturn, facts } = props;
  const columns = useMemo(
    () =>
      itemColumns({
        events: dataReturn.events.map(({ id, name }) => [id, name || id] as const),
        codeSets: [...new Set(dataReturn.codes.map(({ codeSet }): string => codeSet))],
        modules: [...new Set(dataReturn.items.map(({ module }) => module))],
        facts,
      }),
    [dataReturn, facts],
  );
  return <Table {...props} part="items" what="item" columns={columns} />;
}

function Part(props: OwnReturnProps): React.JSX.Element {
  const { part, about, dataReturn } = props;
  if (part === 'about')
    return (
      <AboutForm
        key={JSON.stringify(about.first)}
        {...about}
        title={`About ${dataReturn.name}`}
        isNew={false}
        onCancel={null}
      />
    );
  if (part === 'codes') return <Codes {...props} />;
  if (part === 'items') return <Items {...props} />;
  if (part === 'events') return <Table {...props} part="events" what="event" columns={EVENT_COLUMNS} />;
  return <Table {...props} part="rules" what="rule" columns={RULE_COLUMNS} />;
}

const countOf = ({ rows }: OwnReturnProps, part: OwnPart): string =>
  part === 'about' ? '' : String(rows[part].length);

const hasProblem = ({ rows }: OwnReturnProps, part: OwnPart): boolean =>
  part !== 'about' && rows[part].some(({ problems }) => problems.length > 0);

/** A return of the council's own, written in five parts. */
export function OwnReturn(props: OwnReturnProps): React.JSX.Element {
  const { dataReturn, part, problems, onPart } = props;
  return (
    <section className="own-return" aria-labelledby="own-return-title">
      <h3 id="own-return-title">{dataReturn.name || dataReturn.id}</h3>
      {problems.map(({ file, message, severity }) => (
        <p key={`${file} ${message}`} className={`edit-table__problem edit-table__problem--${severity}`}>
          <strong>{severity === 'error' ? '✕ Error' : '! Warning'}</strong> {message}
        </p>
      ))}
      <Tabs
        selectedKey={part}
        onSelectionChange={(key) => onPart(OWN_PARTS.find((one) => one === key) ?? 'about')}
        className="own-return__tabs"
      >
        <TabList aria-label="Parts of the return" className="own-return__list">
          {OWN_PARTS.map((one) => (
            <Tab key={one} id={one} className="own-return__tab">
              {PART_NAMES[one]} <span className="quiet">{countOf(props, one)}</span>
              {hasProblem(props, one) && <span className="own-return__flag"> ! to look at</span>}
            </Tab>
          ))}
        </TabList>
        {OWN_PARTS.map((one) => (
          <TabPanel key={one} id={one} className="own-return__panel">
            {one === part && <Part {...props} />}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
