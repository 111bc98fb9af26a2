import { useState } from 'react';
import { dayInWords } from '#walk/days.ts';
import type { WorkItem } from '#walk/work-list.ts';
import { SourceInput } from './source-input.tsx';

interface StartStepProps {
  readonly item: WorkItem;
  /** Null where no source is chosen. */
  readonly sources: readonly string[] | null;
  /** The case's own today. */
  readonly today: string;
  /** The forms, letters and schedules that it carries, in words. */
  readonly carries: readonly string[];
  readonly onStart: (on: string, source: string) => void;
}

/** How a step that has come in is started: today, or on the day for which it is put off. */
export function StartStep({ item, sources, today, carries, onStart }: StartStepProps): React.JSX.Element {
  const [source, setSource] = useState('');
  const { putOffTo } = item;
  return (
    <div className="case-start">
      {sources !== null && <SourceInput sources={sources} value={source} onChange={setSource} />}
      <p className="case-buttons">
        {putOffTo !== null && (
          <button type="button" className="case-button" onClick={() => onStart(putOffTo, source)}>
            Go to {dayInWords(putOffTo, today)} and start
          </button>
        )}
        <button
          type="button"
          className={putOffTo === null ? 'case-button' : 'small-button'}
          onClick={() => onStart(today, source)}
        >
          {putOffTo === null ? 'Start' : 'Start today'}
        </button>
      </p>
      <p className="case-quiet">
        {carries.length === 0 ? 'It carries no form.' : 'What it carries can be filled in once it is started:'}
      </p>
      <ul className="case-carries">
        {carries.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
