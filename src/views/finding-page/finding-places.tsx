import { Fragment } from 'react';
import { describePlace } from '#diagram/describe-place.ts';
import { nameOfStep } from '#diagram/describe-step.ts';
import type { Finding, Place } from '#model/finding.ts';
import { formId, questionCode, stepTypeId } from '#model/ids.ts';
import { questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { Hrefs } from './hrefs.ts';

interface PlaceProps {
  readonly index: WorkspaceIndex;
  readonly place: Place;
  readonly hrefs: Hrefs;
}

function QuestionLink({
  index,
  hrefs,
  form,
  question,
}: Omit<PlaceProps, 'place'> & Record<'form' | 'question', string>) {
  const text = index.questions.get(questionKey(formId(form), questionCode(question)))?.text || question;
  return (
    <>
      <a href={hrefs.question(form, question)}>“{text}”</a> on {index.forms.get(formId(form))?.title || form}{' '}
      <span className="quiet">({question})</span>
    </>
  );
}

/** A place: its question in Fields, what else it names, and its step on the map. */
function PlaceLine({ index, place, hrefs }: PlaceProps): React.JSX.Element {
  const { stepType, form, question, ...others } = place;
  const parts: React.JSX.Element[] = [];
  const isQuestion = form !== undefined && question !== undefined;
  if (isQuestion) parts.push(<QuestionLink index={index} hrefs={hrefs} form={form} question={question} />);
  const rest = describePlace(index, form === undefined || isQuestion ? others : { ...others, form });
  if (rest !== '') parts.push(<>{rest}</>);
  if (stepType !== undefined)
    parts.push(
      <>
        {parts.length === 0 ? '' : 'in '}
        <a href={hrefs.step(stepType)}>{nameOfStep(index, stepTypeId(stepType))}</a>
      </>,
    );
  if (parts.length === 0) return <>Held before the first step</>;
  return (
    <>
      {[...parts.entries()].map(([at, part]) => (
        <Fragment key={at}>
          {at === 0 ? '' : ', '}
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** Everything a finding is about: its own place first, then the others. */
export function FindingPlaces({
  index,
  finding,
  hrefs,
}: Omit<PlaceProps, 'place'> & { readonly finding: Finding }): React.JSX.Element | null {
  const [own, ...others] = finding.places;
  if (own === undefined) return null;
  return (
    <>
      <h4 className="panel__heading">{others.length === 0 ? 'Place' : 'Places'}</h4>
      <ul className="finding-places">
        <li>
          <PlaceLine index={index} place={own} hrefs={hrefs} />
        </li>
        {others.map((place) => (
          <li key={JSON.stringify(place)}>
            <span className="quiet">also </span>
            <PlaceLine index={index} place={place} hrefs={hrefs} />
          </li>
        ))}
      </ul>
    </>
  );
}
