import type { TopicCount } from '#diagram/finding-words.ts';
import { SEVERITY_WORDS } from '#diagram/status-words.ts';
import { FINDING_KINDS, SEVERITIES } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';
import type { FindingsFilter } from './filter-findings.ts';

interface FilterProps {
  readonly topics: readonly TopicCount[];
  readonly filter: FindingsFilter;
  readonly onChange: (filter: FindingsFilter) => void;
}

function KindSelect({ topics, filter, onChange }: FilterProps): React.JSX.Element {
  const offered = topics.filter(({ topic }) => filter.topic === '' || topic === filter.topic);
  return (
    <select
      className="field findings-filter__kind"
      aria-label="Kind"
      value={filter.kind}
      onChange={(event) => onChange({ ...filter, kind: asWord(FINDING_KINDS, event.target.value) ?? '' })}
    >
      <option value="">Any kind</option>
      {offered.map(({ topic, words, kinds }) => (
        <optgroup key={topic} label={words}>
          {kinds.map(({ kind, words: name, findings }) => (
            <option key={kind} value={kind}>
              {name} ({findings.toLocaleString('en-GB')})
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function SeveritySelect({ filter, onChange }: Omit<FilterProps, 'topics'>): React.JSX.Element {
  return (
    <select
      className="field"
      aria-label="Severity"
      value={filter.severity}
      onChange={(event) => onChange({ ...filter, severity: asWord(SEVERITIES, event.target.value) ?? '' })}
    >
      <option value="">Any severity</option>
      {SEVERITIES.map((severity) => (
        <option key={severity} value={severity}>
          {SEVERITY_WORDS[severity].sign} {SEVERITY_WORDS[severity].word}
        </option>
      ))}
    </select>
  );
}

/** Topics with their counts, kind, severity and text. */
export function FindingsFilterBar({ topics, filter, onChange }: FilterProps): React.JSX.Element {
  return (
    <div className="findings-filter">
      <fieldset className="chips">
        <legend className="visually-hidden">Topic of finding</legend>
        {topics.map(({ topic, words, findings }) => (
          <button
            key={topic}
            type="button"
            className="chip"
            aria-pressed={filter.topic === topic}
            onClick={() => onChange({ ...filter, topic: filter.topic === topic ? '' : topic, kind: '' })}
          >
            {words} <span className="chip__count">{findings}</span>
          </button>
        ))}
      </fieldset>
      <div className="findings-filter__row">
        <KindSelect topics={topics} filter={filter} onChange={onChange} />
        <SeveritySelect filter={filter} onChange={onChange} />
      </div>
      <div className="findings-filter__row">
        <input
          className="field findings-filter__text"
          type="search"
          aria-label="Words in the finding"
          placeholder="Words in the finding"
          value={filter.text}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </div>
    </div>
  );
}
