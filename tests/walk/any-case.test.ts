import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseOf, casePlayer } from '#cases/played-case.ts';
import { whatHoldsBack } from '#machine/holds-back.ts';
import { shownQuestions } from '#machine/shown.ts';
import { stepDefinitions } from '#machine/step-definition.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { knownElsewhere } from '#walk/already-known.ts';
import type { FieldView } from '#walk/field-view.ts';
import { type FormBlock, formView } from '#walk/form-view.ts';
import { placeOfEntry, questionPlace } from '#walk/lit.ts';
import { nextActionsView } from '#walk/next-actions-view.ts';
import { firstSteps, workList } from '#walk/work-list.ts';
import { randomFrom, randomWalk } from '../support/random-walk.ts';
import { arbitraryWorkspace } from '../support/random-workspace.ts';

const fieldsOf = (block: FormBlock): readonly FieldView[] => {
  if (block.kind === 'field') return [block.field];
  return (block.kind === 'table' ? block.rows : block.children).flatMap(({ fields }) => fields);
};

test('whatever the workspace and the case, the screen shows what the machine holds', () => {
  const seen = { steps: 0, fields: 0, known: 0, held: 0 };
  fc.assert(
    fc.property(arbitraryWorkspace(), fc.integer(), (workspace, seed) => {
      const index = indexWorkspace(workspace);
      const { events } = randomWalk(index, seed);
      // The walk as it was cut short somewhere: open steps are what people see most.
      const cut = events.slice(0, Math.ceil(events.length * randomFrom(seed)()));
      const on = cut.at(-1)?.on ?? '2026-07-01';
      const { state } = casePlayer(index).momentOf(caseOf('a case', { held: [], on, siblings: ['Sister 1'] }, cut));
      const definitions = stepDefinitions(index);
      const { open, done, cancelled } = workList(index, state, on);
      expect([...open, ...done, ...cancelled].map(({ key }) => key).toSorted()).toEqual(
        state.steps.map(({ key }) => key).toSorted(),
      );
      expect(firstSteps(index)).toHaveLength(workspace.stepTypes.filter(({ mayStart }) => mayStart).length);
      for (const step of state.steps) {
        const definition = definitions.get(step.stepType);
        if (definition === undefined) continue;
        const form = formView({ index, state, step, on }, definition, new Set());
        const fields = form.activities.flatMap(({ sections }) =>
          sections.flatMap(({ blocks }) => blocks.flatMap(fieldsOf)),
        );
        const shown = shownQuestions(definition, step);
        expect(new Set(fields.map(({ place }) => place))).toEqual(
          new Set(shown.map(({ question, copy }) => questionPlace(step.key, question.form, question.code, copy))),
        );
        const held = whatHoldsBack(definition, step, []);
        expect(form.waiting).toBe(held.filter(({ kind }) => kind === 'mandatory-question').length);
        expect(nextActionsView({ index, state, step, on }, definition, []).holdsBack).toHaveLength(held.length);
        for (const asked of shown) {
          const { question, copy } = asked;
          const known = knownElsewhere(index, state, step, asked);
          const here = questionPlace(step.key, question.form, question.code, copy);
          expect(known.every((entry) => state.record.includes(entry) && placeOfEntry(entry) !== here)).toBe(true);
          seen.known += known.length;
        }
        seen.steps += 1;
        seen.fields += fields.length;
        seen.held += held.length;
      }
    }),
    { numRuns: 120 },
  );
  expect(Math.min(seen.steps, seen.fields, seen.known, seen.held)).toBeGreaterThan(50);
});
