import { factId } from '#model/ids.ts';
import { type CaseReading, instancesOf } from '#returns/case-reading.ts';
import { dateOfFact } from '#returns/fact-value.ts';
import { fedBy, nameOfFact, type Said, saidOf, type WorkOut } from './work-out.ts';

const EARLIER = 'child.earlier-protection-plans';
const START = 'protection-plan.start-date';
const NONE = /^(?:no|none|nil|n\/a|-)$/iu;

/** How many plans the register tells of: a number, or one plan for each entry of a list. */
function plansOnRegister({ texts }: Said): number {
  const [only = '', ...others] = texts.map((text) => text.trim());
  if (others.length === 0 && /^\d{1,3}$/u.test(only)) return Number(only);
  return texts.flatMap((text) => text.split(/[;\n]/u)).filter((plan) => plan.trim() !== '' && !NONE.test(plan.trim()))
    .length;
}

/** Plans of this case that began before one of its plans. */
function plansBefore(reading: CaseReading, instance: string): number {
  const fact = reading.rules.index.facts.get(factId(START));
  const start = dateOfFact(reading, START, instance);
  if (fact === undefined || start === null) return 0;
  return instancesOf(fact.scope, reading.members).filter((other) => {
    const date = other === instance ? null : dateOfFact(reading, START, other);
    return date !== null && date < start;
  }).length;
}

const plans = (number: number): string => `${number} ${number === 1 ? 'plan' : 'plans'}`;

/** How many child protection plans came before: those on the register, and those of this case that began earlier. */
export const numberOfPreviousPlans: WorkOut = {
  fact: 'protection-plan.number-of-previous-plans',
  workOut: (reading, at) => {
    const said = saidOf(reading, EARLIER, at);
    if (said === null) return { kind: 'lacking', from: [nameOfFact(reading, EARLIER)] };
    const held = plansOnRegister(said);
    const here = plansBefore(reading, at.instance);
    const says =
      here === 0
        ? `The register held ${plans(held)} from before this case, and none of this case began earlier.`
        : `The register held ${plans(held)} from before this case, and ${plans(here)} of this case began earlier.`;
    return { kind: 'value', value: String(held + here), fed: fedBy(said), says };
  },
};
