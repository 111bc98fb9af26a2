import { count } from '#diagram/describe-step.ts';
import { type View, withOwn } from '#store/view.ts';
import { PicturePreview } from '#views/share/picture-preview.tsx';
import { ItemSelect, LaneSelect } from './part-selects.tsx';
import type { Drawn } from './share-view.ts';
import type { Sharing } from './use-sharing.ts';

const DRAWN_WORDS: readonly (readonly [Drawn, string])[] = [
  ['whole', 'Whole map'],
  ['map', 'As on the map'],
  ['lane', 'One workflow'],
  ['item', 'One item'],
];

const withDrawn = (view: View, drawn: Drawn): View => withOwn(view, { drawn: drawn === 'whole' ? '' : drawn });

/** How many steps are drawn, and what lies on them. */
function describePicture({ chosen, shown }: Sharing): string {
  if (chosen.picture === null) return '';
  const { drawn, overlay } = chosen.picture;
  const steps =
    drawn.kind === 'laid-out'
      ? drawn.diagram.steps.length
      : (drawn.drawing.only?.size ?? shown.index.workspace.stepTypes.length);
  return [count(steps, 'step'), overlay?.title ?? ''].filter((words) => words !== '').join(' · ');
}

/** What is drawn, and how it looks in the files. */
export function PicturePart(sharing: Sharing): React.JSX.Element {
  const { chosen, store, shown, preview } = sharing;
  const { drawn } = chosen.view;
  return (
    <section className="share-card share-picture" aria-labelledby="share-picture-title">
      <h3 id="share-picture-title" className="share-card__title">
        The picture
      </h3>
      <div className="share-picture__choice">
        <div role="group" aria-label="What is drawn">
          {DRAWN_WORDS.map(([kind, words]) => (
            <button
              key={kind}
              type="button"
              className="toggle"
              aria-pressed={kind === drawn}
              onClick={() => store.goTo(withDrawn(shown.view, kind), 'replace')}
            >
              {words}
            </button>
          ))}
        </div>
        {drawn === 'lane' && <LaneSelect {...sharing} />}
        {drawn === 'item' && <ItemSelect {...sharing} />}
      </div>
      <PicturePreview picture={preview} says={describePicture(sharing)} />
      <p className="share-row__says">
        Goes into the picture files, “PowerPoint: the picture”, draw.io and the HTML report.
      </p>
    </section>
  );
}
