import type { TopicCount } from '#diagram/finding-words.ts';
import { SEVERITY_WORDS } from '#diagram/status-words.ts';
import { SEVERITIES } from '#model/finding.ts';
import { asWord } from '#model/ids.ts';
import type { FindingsFilter } from './filter-findings.ts';

/** Topics with their counts, severity and text. */
export function FindingsFilterBar({
  topics,
  filter,
  onChange,
}: {
  readonly topics: readonly TopicCount[];
  readonly filter: FindingsFilter;
  readonly onChange: (filter: FindingsFilter) => void;
}): React.JSX.Element {
  return (
    <div className="findings-filter">
      <fieldset className="chips">
        <legend className="visually-hidden">Kind of finding</legend>
        {topics.map(({ topic, words, findings }) => (
          <button
            key={topic}
            type="button"
            className="chip"
            aria-pressed={filter.topic === topic}
            onClick={() => onChange({ ...filter, topic: filter.topic === topic ? '' : topic })}
          >
            {words} <span className="chip__count">{findings}</span>
          </button>
        ))}
      </fieldset>
      <div className="findings-filter__row">
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
