import { memo } from 'react';
import type { OutlineRow, OutlineThing } from '#diagram/outline/outline-row.ts';
import { type StepMark, TONE_SIGNS } from '#diagram/overlays/overlay.ts';

/** What is shown on top of the outline, as it is on the map. */
export interface LineMarks {
  readonly mark: StepMark | null;
  /** Its numbers on the lit route. */
  readonly route: readonly number[];
  readonly isLit: boolean;
}

const KIND_WORDS: Readonly<Record<OutlineThing['kind'], string>> = {
  lane: 'Lane',
  step: 'Step',
  'next-action': 'Next action',
  form: 'Form',
  section: 'Section',
  question: 'Question',
};

const SIGNS: Readonly<Record<OutlineThing['kind'], string>> = {
  lane: '',
  step: '',
  'next-action': '→',
  form: '▤',
  section: '§',
  question: '·',
};

function Sign({ row }: { readonly row: OutlineRow }): React.JSX.Element {
  const turn = row.isOpen ? '▾' : '▸';
  return (
    <span className="outline-line__sign" aria-hidden="true">
      <span data-sign className={row.isOpenable ? 'outline-line__turn' : undefined}>
        {row.isOpenable ? turn : ''}
      </span>
      {SIGNS[row.thing.kind] !== '' && <span className="outline-line__kind">{SIGNS[row.thing.kind]}</span>}
    </span>
  );
}

/** One line: what it is, what is said behind it, and what the overlay and the route say of it. */
export const OutlineLine = memo(function OutlineLine({
  row,
  marks,
}: {
  readonly row: OutlineRow;
  readonly marks: LineMarks;
}): React.JSX.Element {
  const { mark, route, isLit } = marks;
  return (
    <>
      <Sign row={row} />
      <span className="outline-line__text">
        <span className="visually-hidden">{KIND_WORDS[row.thing.kind]} </span>
        {route.map((number) => (
          <span key={number} className="route-number">
            <span className="visually-hidden">Route </span>
            {number}
          </span>
        ))}
        <span className="outline-line__words">{row.words}</span>
        {isLit && <span className="outline-line__lit"> (on the route)</span>}{' '}
        <span className="outline-line__detail">{row.detail}</span>
      </span>
      {mark !== null && (
        <span className={`tone-tag tone-tag--${mark.tone}`} title={mark.words}>
          <span aria-hidden="true">
            {TONE_SIGNS[mark.tone]} {mark.badge}
          </span>
          <span className="visually-hidden">{mark.words}</span>
        </span>
      )}
    </>
  );
});
