import { generateCases } from '#cases/generate/generate-cases.ts';
import { caseMachineOf } from '#machine/case-machine.ts';
import type { CaseEvent, CaseState } from '#machine/case-values.ts';
import { liveCase } from '#machine/live-case.ts';
import type { ReturnId } from '#model/ids.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { returnOfMoment, walkRulesOf, writeReturnFile } from '#pipeline/walk-case.ts';
import { type ChildReturn, RETURN_OPTIONS } from '#returns/child-return.ts';
import { isComplete, xmlLines } from '#returns/write-xml.ts';
import { inTurn, least, type Spent, spend } from './measure.ts';
import { figure, type Line, milliseconds, ratioOf } from './table.ts';

const many = (number: number): string => number.toLocaleString('en-GB');

/** What was asked of a case, in order, without what its forms filled in by themselves. */
const eventsOf = ({ steps, history }: CaseState): readonly CaseEvent[] =>
  history.flatMap((line): readonly CaseEvent[] => {
    if (line.kind !== 'done') return [];
    const { event } = line;
    if (event.type !== 'start') return [event];
    const step = steps.find(({ key }) => key === event.step);
    const given = { on: event.on, stepSource: event.stepSource ?? '' };
    return [
      step === undefined || step.from !== null
        ? { type: 'start', step: event.step, ...given }
        : { type: 'begin', stepType: step.stepType, ...given },
    ];
  });

/** Cases made up for a workspace that was never seen before, held against playing the same cases once. */
export function measureGenerating(workspace: Workspace, rounds: number): Line {
  const index = indexWorkspace(workspace);
  const { generated, states } = generateCases(index);
  const cases = states.map((state) => ({ input: state.input, events: eventsOf(state) }));
  const copies = Array.from({ length: rounds }, () => structuredClone(workspace));
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => {
      const machine = caseMachineOf(index);
      for (const { input, events } of cases) {
        const live = liveCase(machine, input);
        for (const event of events) live.send(event);
        live.stop();
      }
    },
    ours: () => generateCases(indexWorkspace(copies.pop() ?? workspace)),
  });
  const steps = generated.cases.reduce((sum, each) => sum + each.steps, 0);
  const covered = generated.goals.length - generated.notCovered.length;
  return {
    what: `Cases made up for ${many(workspace.stepTypes.length)} step types and ${many(workspace.nextActions.length)} next actions: ${many(generated.cases.length)} cases with ${many(steps)} steps reach ${many(covered)} of ${many(generated.goals.length)}`,
    took: milliseconds(ours),
    baseline: `playing the same ${many(cases.reduce((sum, { events }) => sum + events.length, 0))} requests once: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'at most 60 s',
    met: ours.wall <= 60_000,
    whyMissed: 'most of it is the machine, which plays every case once.',
  };
}

interface Written {
  readonly spent: Spent;
  readonly bytes: number;
  /** The most memory in use while the first and the second half were written, in bytes. */
  readonly peaks: readonly [number, number];
}

/** Writes the pieces of a file one by one, none of them kept. */
function writeAway(pieces: (half: (second: boolean) => void) => Iterable<string>): Written {
  const peaks: [number, number] = [0, 0];
  let bytes = 0;
  const look = (second: boolean): void => {
    const at = second ? 1 : 0;
    peaks[at] = Math.max(peaks[at], process.memoryUsage().heapUsed);
  };
  const spent = spend(() => {
    for (const piece of pieces(look)) bytes += Buffer.byteLength(piece);
  });
  return { spent, bytes, peaks };
}

const LOOK_EVERY = 100;
/** Memory is cleared away by fits and starts, so it is flat when the second half needs hardly more than the first. */
const FLAT = 1.25;

/** A return file of so many children, in pieces, held against writing the same bytes as one text. */
export function measureReturnFile(example: Workspace, wanted: ReturnId, children: number): readonly Line[] {
  const index = indexWorkspace(example, wanted);
  const rules = walkRulesOf(index);
  const made = generateCases(index).states.map((state) => ({
    state,
    child: returnOfMoment(rules, state, RETURN_OPTIONS),
  }));
  const whole = made.filter(({ child }) => child.isIncluded && isComplete(child));
  const file = (childOf: (one: (typeof made)[number]) => ChildReturn) =>
    writeAway((look) => {
      function* each() {
        for (let n = 0; n < children; n += 1) {
          const one = whole[n % Math.max(1, whole.length)];
          if (n % LOOK_EVERY === 0) look(n > children / 2);
          if (one !== undefined) yield childOf(one);
        }
      }
      return writeReturnFile(rules, each(), RETURN_OPTIONS);
    });
  const workedOut = file(({ state }) => returnOfMoment(rules, state, RETURN_OPTIONS));
  const ready = file(({ child }) => child);
  const text = 'x'.repeat(ready.bytes);
  const once = (): Spent => spend(() => Buffer.from(text));
  const baseline = least(once(), once());
  const size = figure(ready.bytes / 1_000_000);
  const speed = ({ spent, bytes }: Written): string => `${figure(bytes / 1000 / spent.wall)} MB a second`;
  const memory = ready.peaks.map((bytes) => `${figure(bytes / 1_000_000)} MB`).join(', then ');
  const isFlat = ready.peaks[1] <= FLAT * ready.peaks[0];
  const against = `as many bytes from one text: ${milliseconds(baseline)}`;
  return [
    {
      what: `A return file of ${many(children)} children written in pieces (${size} MB)`,
      took: `${milliseconds(ready.spent)}, ${speed(ready)}; memory in use ${memory}`,
      baseline: against,
      ratio: ratioOf(ready.spent.cpu, baseline.cpu),
      aim: 'as much memory for the second half as for the first',
      met: isFlat,
      whyMissed: 'memory is cleared away by fits and starts.',
    },
    {
      what: `The same with what each child sends worked out from its record`,
      took: `${milliseconds(workedOut.spent)}, ${speed(workedOut)}`,
      baseline: against,
      ratio: ratioOf(workedOut.spent.cpu, baseline.cpu),
      aim: 'none',
      met: null,
      whyMissed: '',
    },
  ];
}

const STEPS = 20;

/** From answering a question to what the return says, on the made-up case with about 20 steps and the longest form. */
export function measureAnswering(example: Workspace, wanted: ReturnId, rounds: number): Line {
  const index = indexWorkspace(example, wanted);
  const rules = walkRulesOf(index);
  const { states } = generateCases(index);
  const state = states.toSorted((a, b) => Math.abs(a.steps.length - STEPS) - Math.abs(b.steps.length - STEPS))[0];
  const events = state === undefined ? [] : eventsOf(state);
  const last = events.findLastIndex(({ type }) => type === 'fill');
  const played = {
    name: 'Case',
    about: '',
    input: state?.input ?? { held: [], on: '' },
    branches: [{ name: 'Whole', events }],
    branch: 0,
    at: last,
  };
  rules.player.momentOf(played);
  const fill = events[last];
  let turn = 0;
  const { ours, baseline } = inTurn(rounds, {
    baseline: () => JSON.stringify(rules.player.momentOf(played).state),
    ours: () => {
      turn += 1;
      if (fill?.type !== 'fill') return;
      const asked = rules.player.ask(played, { ...fill, value: `Invented ${turn}` });
      if (asked.kind !== 'done') return;
      const { child } = returnOfMoment(rules, rules.player.momentOf(asked.played).state, RETURN_OPTIONS);
      xmlLines(child);
    },
  });
  return {
    what: `Answering a question in a case of ${state?.steps.length ?? 0} steps of the worked example, to the fresh return and its XML`,
    took: milliseconds(ours),
    baseline: `the case as it stands, written as JSON: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'at most 16 ms',
    met: ours.wall <= 16,
    whyMissed: 'the moment after an answer is a snapshot of the whole case, with every step of it.',
  };
}
