import { useState } from 'react';
import { download } from '#app/download.ts';
import { returnsOf, type Shown } from '#app/use-shown.ts';
import { returnId } from '#model/ids.ts';
import type { AppStore } from '#store/create-store.ts';
import { Choose, Options } from '#views/findings-table/choose.tsx';
import { describeListed, describeProgress } from '#views/findings-table/filter-choices.ts';
import { FindingsProgress } from '#views/findings-table/findings-progress.tsx';
import { countFilters, type FindingsFilters } from '#views/findings-table/findings-query.ts';
import { isSuggestion } from '#views/findings-table/match-findings.ts';
import { findingsAsCsv, findingsAsTsv } from './findings-as-table.ts';
import { withFilters } from './findings-view.ts';
import type { ListedFindings } from './use-listed.ts';

interface HeadProps {
  readonly store: AppStore;
  readonly shown: Shown;
  readonly listed: ListedFindings;
}

interface Preset {
  readonly words: string;
  readonly filters: Partial<FindingsFilters>;
  readonly findings: number;
}

function presetsOf({ all, gone, look }: ListedFindings): readonly Preset[] {
  const decided = all.filter((finding) => finding.decision !== null).length;
  const open = all.filter((finding) => finding.decision === null && !isSuggestion(finding)).length;
  const high = all.filter((finding) => finding.severity === 'high').length;
  const without = { words: 'Decision without a finding', filters: { decided: 'gone' }, findings: gone.length } as const;
  return [
    { words: 'To decide', filters: { decided: 'to-decide' }, findings: open },
    { words: 'High only', filters: { severity: 'high' }, findings: high },
    { words: 'Decided', filters: { decided: 'decided' }, findings: decided },
    ...(gone.length > 0 || look.filters.decided === 'gone' ? [without] : []),
  ];
}

/** Ways to look at the list that are wanted every day. Pressed again, each is taken away. */
function Presets({ store, shown, listed }: HeadProps): React.JSX.Element {
  const { filters } = listed.look;
  const said = new Map(Object.entries(filters));
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">Quick filters</legend>
      {presetsOf(listed).map((preset) => {
        const isOn = Object.entries(preset.filters).every(([name, word]) => said.get(name) === word);
        const names = Object.keys(preset.filters);
        const none = Object.fromEntries(names.map((name) => [name, '']));
        return (
          <button
            key={preset.words}
            type="button"
            className="chip"
            aria-pressed={isOn}
            onClick={() => store.goTo(withFilters(shown.view, isOn ? none : preset.filters))}
          >
            {preset.words} <span className="chip__count">{preset.findings.toLocaleString('en-GB')}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

const encoder = new TextEncoder();

/** Takes the list, as it is filtered and sorted, into a spreadsheet. */
export function TakeAway({ shown, listed }: Omit<HeadProps, 'store'>): React.JSX.Element {
  const [said, setSaid] = useState('');
  const { index } = shown;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(findingsAsTsv(index, listed.listed));
      setSaid(`${describeListed(listed.listed.length, listed.all.length)} copied.`);
    } catch {
      setSaid('The browser did not allow copying. Download the list instead.');
    }
  }
  const name = `findings ${shown.audit?.return ?? ''}`.trim().replaceAll(' ', '-');
  return (
    <span className="findings-head__take">
      <span role="status" className="quiet">
        {said}
      </span>
      <button type="button" className="small-button" disabled={listed.listed.length === 0} onClick={() => void copy()}>
        Copy the list
      </button>
      <button
        type="button"
        className="small-button"
        disabled={listed.listed.length === 0}
        onClick={() => download(`${name}.csv`, encoder.encode(findingsAsCsv(index, listed.listed)), 'text/csv')}
      >
        Download CSV
      </button>
    </span>
  );
}

function ReturnChoose({ store, shown }: Omit<HeadProps, 'listed'>): React.JSX.Element | null {
  const returns = returnsOf(shown.index);
  if (returns.length < 2) return null;
  const value = shown.index.dataReturn?.id ?? '';
  return (
    <Choose label="Return" value={value} onChange={(id) => store.show({ dataReturn: returnId(id), item: null })}>
      <Options choices={returns.map(({ id, name }) => ({ value: id, words: name }))} value={value} />
    </Choose>
  );
}

/** How far deciding has come, and quick filters. */
export function FindingsHead(props: HeadProps): React.JSX.Element {
  const { store, shown, listed } = props;
  const isFiltered = countFilters({ ...listed.look.filters, decided: '' }) > 0;
  return (
    <div className="findings-head">
      <h2 className="visually-hidden">Findings</h2>
      {isFiltered ? (
        <FindingsProgress
          progress={listed.filteredProgress}
          of={`of those filtered (in all ${describeProgress(listed.progress)}, without suggestions)`}
        />
      ) : (
        <FindingsProgress progress={listed.progress} of="of all, without suggestions" />
      )}
      <Presets {...props} />
      <ReturnChoose store={store} shown={shown} />
    </div>
  );
}
