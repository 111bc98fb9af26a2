import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseScript, ScriptWork } from '#cases/case-script.ts';
import { playScript } from '#cases/play-script.ts';
import type { PlayedCase } from '#cases/played-case.ts';
import { readScript } from '#cases/read-script.ts';
import { toScript } from '#cases/to-script.ts';
import { writeScript } from '#cases/write-script.ts';
import type { CaseState } from '#machine/case-values.ts';
import { textsOf } from '#machine/step-values.ts';
import { isWorkingDay } from '#model/dates.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { returnFileOf, runScript, type ScriptRun, tellPlayed } from '#pipeline/play-script.ts';
import { schemaOf, walkRulesOf } from '#pipeline/walk-case.ts';
import { schemaErrors } from '../returns-of-case/validate.ts';
import { openExample } from '../support/open-example.ts';

/* The six scripted cases of the worked example: what the example's own gaps keep out of the return stands here. */
const MISSING: Readonly<Record<string, readonly string[]>> = {
  'no-further-action': [],
  'assessed-not-in-need': [],
  'plan-stepped-down': [],
  'section-47-no-conference': [],
  'child-protection-two-reviews': [],
  'transfer-in-on-a-plan': ['ReferralSource', 'PrimaryNeedCode', 'LBPSentDate', 'ReviewMeetingsCount'],
};

/* What their `about` says is typed again though known: fact, and how often. */
const AGAIN: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'no-further-action': { Address: 2, 'School or early years setting': 2, 'Source of referral': 2 },
  'assessed-not-in-need': { 'Primary need': 3 },
  'plan-stepped-down': { 'Family background and history': 4, 'Primary need': 4 },
  'section-47-no-conference': { 'Date of the strategy discussion': 3, 'Date of birth': 4 },
  'child-protection-two-reviews': { 'Date of the strategy discussion': 6, 'Latest category of abuse': 12 },
  'transfer-in-on-a-plan': {},
};

const FOLDER = 'fixtures/cases';
const index = indexWorkspace(openExample().value);
const rules = walkRulesOf(index);

const textOf = (name: string): string => readFileSync(`${FOLDER}/${name}.json`, 'utf8');

function scriptOf(name: string): CaseScript {
  const { value, problems } = readScript(textOf(name));
  expect(problems).toEqual([]);
  if (value === null) throw new Error(`${name} cannot be read.`);
  return value;
}

const runs = new Map<string, ScriptRun>();

/** Each case is played once, as that takes a while. */
function runOf(name: string): ScriptRun {
  const run = runs.get(name) ?? runScript(rules, textOf(name));
  runs.set(name, run);
  return run;
}

const stateOf = (played: PlayedCase | null): CaseState => {
  if (played === null) throw new Error('It was not played.');
  return rules.player.momentOf(played).state;
};

const worksOf = ({ steps }: CaseScript): readonly ScriptWork[] =>
  steps.flatMap((entry) => ('step' in entry ? [entry] : []));

/** A check letter as rule 1510 has it: weights 2 to 13, divided by 23, without I, O and S. */
function checkLetter(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return 'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23);
}

test('every file of the folder is told of here', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(files.map((name) => name.replace('.json', '')).toSorted()).toEqual(Object.keys(MISSING).toSorted());
});

describe.each(Object.keys(MISSING))('%s', (name) => {
  test('plays to its end, with no step left open, and gives the return expected', async () => {
    const run = runOf(name);
    expect(run.stop).toBeNull();
    if (run.case === null) throw new Error('It was not played.');
    expect(rules.player.momentOf(run.case).status).toBe('finished');
    const { missing, again } = tellPlayed(rules, run.case);
    expect(missing.map(({ tag }) => tag)).toEqual(MISSING[name]);
    expect(Object.fromEntries(again.map(({ fact, times }) => [fact, times]))).toMatchObject(AGAIN[name] ?? {});
    const { text: xml } = returnFileOf(rules, run.case, 'true-false');
    await expect(xml).toMatchFileSnapshot(`../../${FOLDER}/expected/${name}.xml`);
    const faults = await schemaErrors(xml, schemaOf(index));
    if (MISSING[name]?.length === 0) expect(faults).toEqual([]);
    else expect(faults.join('\n')).toContain('ReferralSource');
  });

  test('is written as the app writes it, and played again from its own history is the same', () => {
    const script = scriptOf(name);
    expect(writeScript(script)).toBe(textOf(name));
    const { case: played } = runOf(name);
    if (played === null) throw new Error('It was not played.');
    const again = playScript(rules, toScript(rules, played));
    expect(again.refused).toBeNull();
    expect(stateOf(again.case).record).toEqual(stateOf(played).record);
  });

  test('is invented, and as real recording would be: days in order, working days, answers of the lists', () => {
    const script = scriptOf(name);
    expect(script.about).toMatch(/^Invented\. /u);
    const works = worksOf(script);
    const days = works.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(days.filter((day) => day < '2026-04-01' || day > '2027-03-31')).toEqual([]);
    const inHours = works.filter(({ step }) => step !== 'EDT_CONTACT');
    expect(inHours.flatMap(({ on, completed = on }) => [on, completed]).filter((day) => !isWorkingDay(day))).toEqual(
      [],
    );
    const upn = textsOf(script.person['person-field:UPN'] ?? '').join('');
    expect(upn).toBe(`${checkLetter(upn.slice(1))}${upn.slice(1)}`);
    const given = works.flatMap(({ answers = {}, siblings = {} }) =>
      [...Object.entries(answers).map(([form, each]) => [form, [each]] as const), ...Object.entries(siblings)].flatMap(
        ([form, list]) => list.flatMap((each) => Object.entries(each).map(([code, value]) => ({ form, code, value }))),
      ),
    );
    const strange = given.filter(({ form, code, value }) => {
      const lookup = index.questions.get(`${form}/${code}`)?.lookup ?? null;
      const known = lookup === null ? null : (index.answersOfLookup.get(lookup) ?? []).map(({ answer }) => answer);
      return known !== null && !textsOf(value).every((text) => known.includes(text));
    });
    expect(given.length).toBeGreaterThan(30);
    expect(strange).toEqual([]);
  });
});

test('between them they show what recording has: rows, brothers, reopening, added forms, what starts at once', () => {
  const scripts = Object.keys(MISSING).map(scriptOf);
  const works = scripts.flatMap(worksOf);
  expect(scripts.some(({ siblings }) => siblings.length > 0)).toBe(true);
  const has = (part: (work: ScriptWork) => unknown): boolean => works.some((work) => part(work) !== undefined);
  expect(has(({ rows }) => rows)).toBe(true);
  expect(has(({ siblings }) => siblings)).toBe(true);
  expect(has(({ add }) => add)).toBe(true);
  expect(has(({ take }) => take)).toBe(true);
  expect(has(({ reopened }) => reopened)).toBe(true);
  expect(has(({ cancelled }) => cancelled)).toBe(true);
  expect(has(({ screens }) => screens)).toBe(true);
  const pulled = Object.keys(MISSING).flatMap((name) =>
    stateOf(runOf(name).case).steps.flatMap(({ answers }) =>
      Object.values(answers).filter((answer) => typeof answer.pulled?.step === 'string'),
    ),
  );
  expect(pulled.length).toBeGreaterThan(20);
});
