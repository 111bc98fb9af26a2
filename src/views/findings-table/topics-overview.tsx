import { countTopics, topicOf } from '#diagram/finding-words.ts';
import type { Finding } from '#model/finding.ts';
import { TextButton } from '#views/shared/text-button.tsx';
import { FindingsProgress } from './findings-progress.tsx';
import { progressOf } from './match-findings.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'from finding to finding'],
  ['← →', 'shut and open a group'],
  ['Enter', 'read the finding'],
  ['Space', 'mark for deciding several at once'],
  ['Shift ↑ ↓', 'mark a stretch'],
  ['Ctrl A', 'mark everything that is listed'],
  ['a letter', 'decide, as the buttons say'],
  ['u', 'take a decision back'],
];

/** What stands beside the list while no finding is read: how far each topic has come, and the keys. */
export function TopicsOverview({
  findings,
  onTopic,
}: {
  readonly findings: readonly Finding[];
  readonly onTopic: (topic: string) => void;
}): React.JSX.Element {
  return (
    <>
      <h3 className="finding-page__title">Choose a finding to read it and to decide</h3>
      <ul className="plain-list topics-overview">
        {countTopics(findings).map(({ topic, words }) => (
          <li key={topic}>
            <TextButton onClick={() => onTopic(topic)}>{words}</TextButton>
            <FindingsProgress
              progress={progressOf(findings.filter((finding) => topicOf(finding.kind) === topic))}
              of=""
            />
          </li>
        ))}
      </ul>
      <p className="panel__note">
        Counted are all findings but suggestions, which nobody has to answer. People decide; a finding is where to look.
      </p>
      <h4 className="panel__heading">Keys in the list</h4>
      <dl className="findings-keys">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
