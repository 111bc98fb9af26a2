import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawMap } from '#diagram/draw-map.ts';
import { exportBpmn } from '#exporters/bpmn/export-bpmn.ts';
import { readBpmn } from '#importers/bpmn/read-bpmn.ts';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { fromXStateJson } from '#machine/from-machine.ts';
import type { Problem } from '#model/finding.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import type { Workspace } from '#model/workspace.ts';
import { AWKWARD } from '../../exporters/awkward.ts';
import { openExample } from '../../support/open-example.ts';
import { arbitraryWorkspace } from '../../support/random-workspace.ts';

const EXAMPLE = openExample().value;

type Workflow = Pick<Workspace, 'stepTypes' | 'nextActions'>;

/** What BPMN carries: everything but the rows that things stood in. */
const carried = ({ stepTypes, nextActions }: Workflow): object => ({
  stepTypes: stepTypes.map(({ at: _at, ...step }) => step),
  nextActions: nextActions.map(({ at: _at, ...action }) => action),
});

/** The same workflow with words, clocks, delays and lanes of all kinds. */
function enriched(plain: Workspace, extras: readonly { readonly words: string; readonly number: number }[]): Workspace {
  const extra = (at: number): { readonly words: string; readonly number: number } =>
    extras[at % extras.length] ?? { words: '', number: 0 };
  return {
    ...plain,
    stepTypes: plain.stepTypes.map((step, at) => {
      const { words, number } = extra(at);
      const clock = { length: number, unit: 'months', from: words, basis: 'local' } as const;
      const more = { name: words, notes: words, team: words, workflow: number % 2 === 0 ? words : 'Lane' };
      return { ...step, ...more, clock: number % 3 === 0 ? clock : null, completedPerYear: number };
    }),
    nextActions: plain.nextActions.map((action, at) => {
      const { words, number } = extra(at + 1);
      return {
        ...action,
        label: words,
        notes: words,
        delayDays: number % 3 === 0 ? number : null,
        isNfa: number % 2 === 0,
      };
    }),
  };
}

async function readWorkflow(text: string): Promise<{ value: Workflow; problems: readonly Problem[] }> {
  const read = await readBpmn(text);
  if ('failure' in read) throw new Error(read.failure);
  const { value, problems } = fromXStateJson(read.chart);
  return { value, problems: [...read.problems, ...problems] };
}

const texts = new Map<Workspace, string>();

async function written(workspace: Workspace): Promise<string> {
  const known = texts.get(workspace);
  if (known !== undefined) return known;
  const index = indexWorkspace(workspace);
  const text = String(exportBpmn(index, await layOutInProcess()(drawMap(index)), 'T').content);
  texts.set(workspace, text);
  return text;
}

describe('a workflow written as BPMN and read back', () => {
  test.each(Object.entries({ 'the worked example': EXAMPLE, ...AWKWARD }))('%s', async (_, workspace) => {
    const { value, problems } = await readWorkflow(await written(workspace));
    expect(carried(value)).toEqual(carried(workspace));
    expect(problems).toEqual([]);
  });

  test('any workflow', async () => {
    const extras = fc.array(fc.record({ words: fc.string({ unit: 'grapheme' }), number: fc.nat(40) }), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(arbitraryWorkspace(), extras, async (plain, words) => {
        const workspace = enriched(plain, words);
        const { value, problems } = await readWorkflow(await written(workspace));
        expect(carried(value)).toEqual(carried(workspace));
        expect(problems).toEqual([]);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});

const BPMN = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';

/** A process in the manner of tools that use no prefix. */
const process = (inside: string): string =>
  `<?xml version="1.0"?><definitions ${BPMN} targetNamespace="t"><process id="p" name="Front door">${inside}</process></definitions>`;

const flow = (from: string, to: string, words = ''): string =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" ${words}/>`;

/** Next actions as `from > to label [rules]`. */
const inShort = ({ nextActions }: Workflow): readonly string[] =>
  nextActions.map(({ from, to, label, rules, delayDays }) => {
    const target = to.kind === 'step' ? to.stepType : to.kind;
    const said = rules.map((rule) => (rule.kind === 'one-of' ? `one-of:${rule.group}` : rule.kind));
    return [`${from} > ${target}`, label, ...said, delayDays === null ? '' : `after ${delayDays}`]
      .filter((part) => part !== '')
      .join(' | ');
  });

describe('a process of another tool', () => {
  test('tasks are step types, a gateway a rule, names of flows labels', async () => {
    const { value, problems } = await readWorkflow(
      process(
        `<startEvent id="s"/><userTask id="a" name="Contact"><documentation>First call</documentation></userTask>
        <exclusiveGateway id="g" name="Accepted?"/><serviceTask id="b" name="Referral"/><endEvent id="e"/>
        ${flow('s', 'a')}${flow('a', 'g')}${flow('g', 'b', 'name="Yes"')}${flow('g', 'e', 'name="No"')}${flow('b', 'e')}`,
      ),
    );
    expect(
      value.stepTypes.map(({ name, workflow, mayStart, mayEnd, notes }) => [name, workflow, mayStart, mayEnd, notes]),
    ).toEqual([
      ['Contact', 'Front door', true, false, 'First call'],
      ['Referral', 'Front door', false, false, ''],
    ]);
    expect(inShort(value)).toEqual([
      'task:0 > task:1 | Accepted?: Yes | one-of:Accepted?',
      'task:0 > end | Accepted?: No | one-of:Accepted?',
      'task:1 > end',
    ]);
    expect(problems).toEqual([]);
  });

  test('with prefixes, lanes, a pool and things that no workflow has', async () => {
    const { value, problems } = await readWorkflow(`<?xml version="1.0" encoding="UTF-8"?>
      <semantic:definitions xmlns:semantic="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t" xmlns:vendor="urn:v">
        <semantic:collaboration id="c"><semantic:participant id="pool" name="Social care" processRef="p"/>
          <semantic:participant id="other" name="Police"/>
          <semantic:messageFlow id="m" name="Notice" sourceRef="other" targetRef="a"/></semantic:collaboration>
        <semantic:process id="p"><semantic:laneSet id="ls"><semantic:lane id="l1" name="Duty"><semantic:flowNodeRef>a</semantic:flowNodeRef>
          </semantic:lane></semantic:laneSet>
                    <semantic:task id="a" name="Take the call"/><semantic:task id="b"><semantic:extensionElements><vendor:form key="x"/></semantic:extensionElements></semantic:task>
          <semantic:dataObjectReference id="d" name="Case file"/>
          <semantic:textAnnotation id="t"><semantic:text>Ask Ann</semantic:text></semantic:textAnnotation>
          <semantic:sequenceFlow id="f" sourceRef="a" targetRef="b"/><semantic:sequenceFlow id="x" sourceRef="a" targetRef="gone"/>
        </semantic:process></semantic:definitions>`);
    expect(value.stepTypes.map(({ name, workflow, mayStart, mayEnd }) => [name, workflow, mayStart, mayEnd])).toEqual([
      ['Take the call', 'Duty', true, false],
      ['b', 'Social care', false, true],
    ]);
    expect(problems.map(({ severity, column }) => `${severity} ${column}`)).toEqual([
      'warning XML',
      'warning messageFlow “Notice” (m)',
      'warning task (b)',
      'warning dataObjectReference “Case file” (d)',
      'warning textAnnotation (t)',
      'error sequenceFlow (x)',
    ]);
    expect(problems.find(({ column }) => column.startsWith('textAnnotation'))?.message).toContain('Ask Ann');
  });

  test('parallel and inclusive gateways, joins, timers and events on the edge', async () => {
    const { value, problems } = await readWorkflow(
      process(
        `<task id="a" name="A"/><task id="b" name="B"/><task id="c" name="C"/><task id="d" name="D"/>
        <parallelGateway id="p1"/><parallelGateway id="p2"/><intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>P2W</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <boundaryEvent id="x" attachedToRef="a" cancelActivity="false"><messageEventDefinition/></boundaryEvent>
        <boundaryEvent id="y" attachedToRef="b" name="Refused"><errorEventDefinition/></boundaryEvent>
        ${flow('a', 'p1')}${flow('p1', 'b')}${flow('p1', 'w')}${flow('w', 'c')}${flow('b', 'p2')}${flow('c', 'p2')}${flow('p2', 'd')}${flow('x', 'd')}${flow('y', 'd')}`,
      ),
    );
    expect(inShort(value)).toEqual([
      'task:0 > task:1 | always',
      'task:0 > task:2 | always | after 14',
      'task:0 > task:3 | immediate',
      'task:1 > task:3',
      'task:1 > task:3',
      'task:2 > task:3',
    ]);
    expect(value.nextActions.map(({ notes }) => notes)).toContain('Event in the BPMN: Refused, error');
    expect(problems.map(({ column }) => column)).toEqual(['boundaryEvent “Refused” (y)']);
  });

  test('steps of a sub-process are read in its place', async () => {
    const { value, problems } = await readWorkflow(
      process(
        `<task id="a" name="A"/><task id="d" name="D"/><subProcess id="s" name="Enquiry"><startEvent id="s1"/><task id="b" name="B"/><task id="c" name="C"/>
        <endEvent id="s2"/>${flow('s1', 'b')}${flow('b', 'c')}${flow('c', 's2')}</subProcess>${flow('a', 's')}${flow('s', 'd')}`,
      ),
    );
    expect(inShort(value)).toEqual(['task:0 > task:2', 'task:2 > task:3', 'task:3 > task:1']);
    expect(problems.map(({ column }) => column)).toEqual(['subProcess “Enquiry” (s)']);
  });

  test('a gateway whose meaning rules cannot say is told', async () => {
    const { value, problems } = await readWorkflow(
      process(
        `<task id="a"/><task id="b"/><task id="c"/><task id="d"/><exclusiveGateway id="g"/><parallelGateway id="h"/>
        ${flow('a', 'g')}${flow('g', 'b')}${flow('g', 'h')}${flow('h', 'c')}${flow('h', 'd')}`,
      ),
    );
    expect(value.nextActions.filter(({ rules }) => rules.length > 0)).toEqual([]);
    expect(problems.map(({ column }) => column)).toEqual(['exclusiveGateway (g)']);
  });

  test('gateways that lead in circles or nowhere end', async () => {
    const { value, problems } = await readWorkflow(
      process(
        `<task id="a"/><exclusiveGateway id="g"/><exclusiveGateway id="h"/><inclusiveGateway id="n"/>
        ${flow('a', 'g')}${flow('g', 'h')}${flow('h', 'g')}${flow('h', 'n')}`,
      ),
    );
    expect(inShort(value)).toEqual(['task:0 > unknown']);
    expect(problems.map(({ column }) => column)).toEqual(['inclusiveGateway (n)']);
  });

  test('gateways in a row by the dozen are cut off, and said to be', async () => {
    const gates = Array.from({ length: 40 }, (_, at) => {
      const two = [1, 2].map((way) => `<sequenceFlow id="f${at}_${way}" sourceRef="g${at}" targetRef="g${at + 1}"/>`);
      return `<inclusiveGateway id="g${at}"/>${two.join('')}`;
    });
    const { value, problems } = await readWorkflow(
      process(`<task id="a"/><task id="g40"/>${gates.join('')}${flow('a', 'g0')}`),
    );
    expect(value.nextActions.length).toBeLessThanOrEqual(400);
    expect(problems.map(({ severity, column }) => [severity, column])).toEqual([['error', 'task (a)']]);
  });
});

describe('a file of ours that somebody has changed', () => {
  test('the drawing is right: names, lanes and arrows', async () => {
    const text = (await written(EXAMPLE))
      .replace('name="Contact record"', 'name="First contact"')
      .replace('name="Front door"', 'name="The door"');
    const { value } = await readWorkflow(text);
    const before = EXAMPLE;
    expect(value.stepTypes.find(({ id }) => id === 'CONTACT')?.name).toBe('First contact');
    expect(before.stepTypes.find(({ id }) => id === 'CONTACT')?.name).toBe('Contact record');
    const doors = before.stepTypes.filter(({ workflow }) => workflow === 'Front door').length;
    expect(value.stepTypes.filter(({ workflow }) => workflow === 'The door')).toHaveLength(doors);
  });

  test('a task that was copied gets a key of its own', async () => {
    const text = await written(EXAMPLE);
    const [task = ''] = /<bpmn:userTask id="step-CONTACT"[\s\S]*?<\/bpmn:userTask>/u.exec(text) ?? [];
    const copy = task.replace('id="step-CONTACT"', 'id="copy"').replaceAll(/<bpmn:(?:in|out)[^/]*\/bpmn:[a-z]+>/gu, '');
    const { value, problems } = await readWorkflow(text.replace(task, task + copy));
    expect(copy).toContain('throughline:stepType');
    expect(value.stepTypes).toHaveLength(EXAMPLE.stepTypes.length + 1);
    expect(problems.map(({ column }) => column)).toEqual(['userTask “Contact record” (copy)']);
  });
});

describe('what is no BPMN', () => {
  test.each(['', '<', 'hello', '{}', '<a/>', '<definitions/>', process('<task').slice(0, 90)])(
    '%j is refused',
    async (text) => {
      expect(await readBpmn(text)).toEqual({ failure: expect.stringMatching(/^This is no BPMN 2\.0: ./u) });
    },
  );

  test('entities are not followed: nothing grows and nothing is fetched', async () => {
    const bombs = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};&e${at};">`).join('');
    const head = `<!DOCTYPE x [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${bombs}]>`;
    const text = process('<task id="a" name="&e30;&file;"/>').replace('?>', `?>${head}`);
    const read = await readBpmn(text);
    const said = JSON.stringify(read);
    expect(said.length).toBeLessThan(5000);
    expect(said).not.toContain('root:');
  });

  test('nothing is thrown, whatever is broken in a file', async () => {
    const whole = await written(AWKWARD['awkward names'] ?? EXAMPLE);
    const cut = fc.record({
      at: fc.nat(whole.length),
      length: fc.nat(60),
      put: fc.constantFrom('', '<', '"', 'x', '</bpmn:process>'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 3 }), async (cuts) => {
        const text = cuts.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), whole);
        const read = await readBpmn(text);
        if ('failure' in read) return;
        expect(Array.isArray(fromXStateJson(read.chart).problems)).toBe(true);
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});
