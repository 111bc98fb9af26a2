import { describeKind, describeTopic, topicOf } from '#diagram/finding-words.ts';
import { laneOf } from '#diagram/order-steps.ts';
import type { Audit } from '#model/audit.ts';
import { FINDING_KINDS, type FindingKind } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { LabelledSelect, LabelledText, type Option } from '#views/shared/labelled.tsx';
import { ItemOptions } from './show-choice.tsx';

interface Filters {
  readonly text: string;
  readonly lane: string;
  readonly role: string;
  readonly team: string;
  readonly kind: FindingKind | '';
}

interface MapFilterRowProps {
  readonly index: WorkspaceIndex;
  readonly audit: Audit | null;
  readonly filters: Filters;
  /** The item that the steps are asked for; empty for none. */
  readonly item: string;
  /** An item is looked for here unless its coverage is shown anyway. */
  readonly hasItem: boolean;
  readonly onFilters: (change: Partial<Filters>, isTyped: boolean) => void;
  readonly onItem: (item: string) => void;
}

const withAny = (words: readonly string[]): readonly Option[] => [
  ['', 'Any'],
  ...[...new Set(words)].filter((word) => word !== '').map((word): Option => [word, word]),
];

/** The kinds of findings that there are, by topic. */
function KindOptions({ audit }: { readonly audit: Audit | null }): React.JSX.Element {
  const kinds = new Set(audit?.findings.map(({ kind }) => kind));
  const topics = groupBy(
    FINDING_KINDS.filter((kind) => kinds.has(kind)),
    (kind) => describeTopic(topicOf(kind)),
  );
  return (
    <>
      {[...topics].map(([topic, own]) => (
        <optgroup key={topic} label={topic}>
          {own.map((kind) => (
            <option key={kind} value={kind}>
              {describeKind(kind)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

const ANY: readonly Option[] = [['', 'Any']];

/** Which steps are looked for: by lane, role, team, item, finding and text. */
export function MapFilterRow(props: MapFilterRowProps): React.JSX.Element {
  const { index, audit, filters, item, hasItem, onFilters, onItem } = props;
  const { stepTypes } = index.workspace;
  const choose = (change: Partial<Filters>): void => onFilters(change, false);
  return (
    <search className="map-filters" aria-label="Filter the steps">
      <LabelledText label="Text" value={filters.text} onChange={(text) => onFilters({ text }, true)} />
      <LabelledSelect
        label="Lane"
        value={filters.lane}
        options={withAny(stepTypes.map(laneOf))}
        onChange={(lane) => choose({ lane })}
      />
      <LabelledSelect
        label="Role"
        value={filters.role}
        options={withAny(stepTypes.flatMap((step) => step.roles)).map(([role, words]) => [
          role,
          words.replaceAll('-', ' '),
        ])}
        onChange={(role) => choose({ role })}
      />
      <LabelledSelect
        label="Team"
        value={filters.team}
        options={withAny(stepTypes.map((step) => step.team))}
        onChange={(team) => choose({ team })}
      />
      {hasItem && (
        <LabelledSelect label="Item" value={item} options={ANY} onChange={onItem}>
          <ItemOptions index={index} audit={audit} />
        </LabelledSelect>
      )}
      <LabelledSelect
        label="Finding"
        value={filters.kind}
        options={ANY}
        onChange={(kind) => choose({ kind: asWord(FINDING_KINDS, kind) ?? '' })}
      >
        <KindOptions audit={audit} />
      </LabelledSelect>
    </search>
  );
}
