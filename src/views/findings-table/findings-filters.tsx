import { useMemo } from 'react';
import { topicOf } from '#diagram/finding-words.ts';
import { FINDING_KINDS, type Finding, SEVERITIES } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { Choose, Options } from './choose.tsx';
import {
  type AboutChoices,
  aboutChoices,
  CERTAINTY_CHOICES,
  DECIDED_CHOICES,
  GROUPING_WORDS,
  kindChoices,
  SEVERITY_CHOICES,
  SORTING_WORDS,
} from './filter-choices.ts';
import {
  CERTAINTY_CHOICES as CERTAINTIES,
  countFilters,
  DECIDED_CHOICES as DECIDED,
  type FindingsFilters,
  GROUPINGS,
  type Grouping,
  SORTINGS,
  type Sorting,
} from './findings-query.ts';

export interface FindingsFiltersProps {
  readonly index: WorkspaceIndex;
  /** All findings, from which the choices are made. */
  readonly findings: readonly Finding[];
  readonly filters: FindingsFilters;
  /** `typed` is true while somebody is writing: no step back for each letter. */
  readonly onFilters: (change: Partial<FindingsFilters>, typed?: boolean) => void;
  readonly onClear: () => void;
  /** What else stands at its end. */
  readonly children: React.ReactNode;
}

function KindChoose({ findings, filters, onFilters }: FindingsFiltersProps): React.JSX.Element {
  const topics = useMemo(() => kindChoices(findings), [findings]);
  return (
    <Choose
      label="Kind"
      any="Any"
      value={filters.kind === '' ? filters.topic : filters.kind}
      onChange={(value) => {
        const kind = asWord(FINDING_KINDS, value) ?? '';
        onFilters({ kind, topic: kind === '' ? value : topicOf(kind) });
      }}
    >
      {topics.map(({ topic, kinds }) => (
        <optgroup key={topic.value} label={topic.words}>
          <option value={topic.value}>{topic.words}</option>
          {kinds.map((kind) => (
            <option key={kind.value} value={kind.value}>
              {kind.words}
            </option>
          ))}
        </optgroup>
      ))}
    </Choose>
  );
}

const ABOUT_WORDS: Readonly<Record<keyof AboutChoices, string>> = {
  lane: 'Lane',
  team: 'Team',
  step: 'Step',
  item: 'Item',
  fact: 'Fact',
};
const ABOUT = ['lane', 'team', 'step', 'item', 'fact'] as const;

/** The filters that are wanted less often. */
function MoreFilters({ index, findings, filters, onFilters }: FindingsFiltersProps): React.JSX.Element {
  const choices = useMemo(() => aboutChoices(index, findings), [index, findings]);
  const inUse = [filters.certainty, ...ABOUT.map((name) => filters[name])].filter((word) => word !== '').length;
  return (
    <details className="findings-more">
      <summary>More filters{inUse > 0 ? ` (${inUse} in use)` : ''}</summary>
      <div className="findings-more__filters">
        <Choose
          label="Certainty"
          any="Any"
          value={filters.certainty}
          onChange={(value) => onFilters({ certainty: asWord(CERTAINTIES, value) ?? '' })}
        >
          <Options choices={CERTAINTY_CHOICES} value={filters.certainty} />
        </Choose>
        {ABOUT.filter((name) => choices[name].length > 0 || filters[name] !== '').map((name) => (
          <Choose
            key={name}
            label={ABOUT_WORDS[name]}
            any="Any"
            value={filters[name]}
            onChange={(value) => onFilters({ [name]: value })}
          >
            <Options choices={choices[name]} value={filters[name]} />
          </Choose>
        ))}
      </div>
    </details>
  );
}

export interface ArrangingProps {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly onSorting: (sorting: Sorting) => void;
}

/** How the list is arranged. */
export function Arranging({ grouping, sorting, onGrouping, onSorting }: ArrangingProps): React.JSX.Element {
  return (
    <div className="findings-arranging">
      <Choose label="Group by" value={grouping} onChange={(value) => onGrouping(asWord(GROUPINGS, value) ?? 'kind')}>
        <Options choices={GROUPINGS.map((value) => ({ value, words: GROUPING_WORDS[value] }))} value={grouping} />
      </Choose>
      <Choose label="Sort by" value={sorting} onChange={(value) => onSorting(asWord(SORTINGS, value) ?? 'severity')}>
        <Options choices={SORTINGS.map((value) => ({ value, words: SORTING_WORDS[value] }))} value={sorting} />
      </Choose>
    </div>
  );
}

/** Which findings are listed. */
export function FindingsFilterBar(props: FindingsFiltersProps): React.JSX.Element {
  const { filters, onFilters, onClear } = props;
  return (
    <search className="findings-filters">
      <span className="choose choose--text">
        <input
          className="field"
          type="search"
          aria-label="Words in the finding"
          placeholder="Words in the finding"
          value={filters.text}
          onChange={(event) => onFilters({ text: event.target.value }, true)}
        />
      </span>
      <KindChoose {...props} />
      <Choose
        label="Severity"
        any="Any"
        value={filters.severity}
        onChange={(value) => onFilters({ severity: asWord(SEVERITIES, value) ?? '' })}
      >
        <Options choices={SEVERITY_CHOICES} value={filters.severity} />
      </Choose>
      <Choose
        label="Decision"
        any="Any or none"
        value={filters.decided}
        onChange={(value) => onFilters({ decided: asWord(DECIDED, value) ?? '' })}
      >
        <Options choices={DECIDED_CHOICES} value={filters.decided} />
      </Choose>
      <MoreFilters {...props} />
      {countFilters(filters) > 0 && (
        <button type="button" className="small-button" onClick={onClear}>
          Clear filters
        </button>
      )}
      {props.children}
    </search>
  );
}
