import type { Finding } from '#model/finding.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { describeFully } from '#views/findings-table/group-findings.ts';
import { SeverityTag } from '#views/shared/status-tag.tsx';
import { FindingAbout } from './finding-about.tsx';
import { FindingPlaces } from './finding-places.tsx';
import { FindingRoute } from './finding-route.tsx';
import type { Hrefs } from './hrefs.ts';
import { MarkdownView } from './markdown-view.tsx';
import type { PagePart } from './read-markdown.ts';

export interface FindingPageProps {
  readonly index: WorkspaceIndex;
  readonly finding: Finding;
  readonly hrefs: Hrefs;
  /** What the page of its kind says; null while it is being fetched. */
  readonly parts: readonly PagePart[] | null;
  readonly onStep: (step: StepTypeId) => void;
  /** Deciding, which stands below the sentence. */
  readonly children: React.ReactNode;
}

const CERTAINTY_WORDS = { 'every-route': 'On every route', 'some-routes': 'On some routes' } as const;
const TO_DO = 'What to do';

function Part({ part }: { readonly part: PagePart }): React.JSX.Element {
  return (
    <>
      {part.title !== '' && <h4 className="panel__heading">{part.title}</h4>}
      <MarkdownView blocks={part.blocks} />
    </>
  );
}

/** One finding read in full: what it says, its places and route, what its kind means, and what to do. */
export function FindingPage(props: FindingPageProps): React.JSX.Element {
  const { index, finding, hrefs, parts, onStep, children } = props;
  const toDo = parts?.filter((part) => part.title === TO_DO) ?? [];
  const others = parts?.filter((part) => part.title !== TO_DO) ?? [];
  const certainty = finding.certainty === null ? '' : CERTAINTY_WORDS[finding.certainty];
  return (
    <article>
      <h3 className="finding-page__title" tabIndex={-1}>
        {describeFully(finding.kind)}
      </h3>
      <p className="finding-page__head">
        <SeverityTag severity={finding.severity} />
        {certainty !== '' && <span>{certainty}</span>}
        {finding.severity === 'info' && <span className="quiet">A suggestion: it is not counted</span>}
        <a href={hrefs.onMap(finding.id)}>Show on the map</a>
      </p>
      <p className="finding-page__message">{finding.message}</p>
      {children}
      {toDo.length > 0 && (
        <div className="inset finding-page__to-do">
          {toDo.map((part) => (
            <Part key={part.title} part={part} />
          ))}
        </div>
      )}
      <FindingPlaces index={index} finding={finding} hrefs={hrefs} />
      <FindingAbout index={index} finding={finding} hrefs={hrefs} />
      {finding.route !== null && <FindingRoute index={index} finding={finding} route={finding.route} onStep={onStep} />}
      {others.map((part) => (
        <Part key={part.title} part={part} />
      ))}
      <p className="panel__note finding-page__id">{finding.id}</p>
    </article>
  );
}
