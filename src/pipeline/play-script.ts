import { playScript } from '#cases/play-script.ts';
import { dateOf, type PlayedCase } from '#cases/played-case.ts';
import { lineInScript, readScript, type ScriptProblem } from '#cases/read-script.ts';
import type { ScriptRefusal } from '#cases/script-refusal.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { RETURN_OPTIONS, type ReturnOptions } from '#returns/child-return.ts';
import { lackingItems } from '#returns/write-xml.ts';
import { type ToldCase, tellCase } from '#walk/case-told.ts';
import { describeScriptRefusal } from '#walk/script-refusal-words.ts';
import { returnOfMoment, type WalkRules, writeReturnFile } from './walk-case.ts';

/** Where a script stops, and why, a sentence each. */
export interface ScriptStop {
  /** From 1. */
  readonly line: number;
  /** Which entry of `steps`, from 1. */
  readonly entry: number;
  readonly reasons: readonly string[];
}

/** A script played as far as it goes: `case` is null where it could not be read, `stop` where it came to its end. */
export interface ScriptRun {
  readonly case: PlayedCase | null;
  readonly problems: readonly ScriptProblem[];
  readonly stop: ScriptStop | null;
}

const describeReasons = (index: WorkspaceIndex, reasons: readonly ScriptRefusal[]): readonly string[] => [
  ...new Set(reasons.map((reason) => describeScriptRefusal(index, reason))),
];

/** Reads a script and plays it; what is wrong comes back with its line. */
export function runScript({ index, player, definitions }: WalkRules, text: string): ScriptRun {
  const { value, problems } = readScript(text);
  if (value === null) return { case: null, problems, stop: null };
  const { case: played, refused } = playScript({ player, definitions }, value);
  if (refused === null) return { case: played, problems, stop: null };
  const { entry, path, reasons } = refused;
  const stop = { line: lineInScript(text, path), entry: entry + 1, reasons: describeReasons(index, reasons) };
  return { case: played, problems, stop };
}

type Flags = ReturnOptions['flags'];

/** A played case in words, with its name and what it shows. */
export interface ToldScript extends ToldCase {
  readonly name: string;
  readonly about: string;
}

/** The case, as far as it was played, in words: what was recorded, typed again, and what the return holds of it. */
export function tellPlayed(rules: WalkRules, played: PlayedCase): ToldScript {
  const { name, about } = played;
  const { state } = rules.player.momentOf(played);
  const child = returnOfMoment(rules, state, RETURN_OPTIONS);
  return { name, about, ...tellCase({ index: rules.index, state, on: dateOf(played) }, rules.definitions, child) };
}

/** The return file of one case. */
export interface CaseFile {
  readonly text: string;
  /** Whether anything of the case is sent. */
  readonly isIncluded: boolean;
  /** The names of required items without which the file does not pass its schema. */
  readonly lacking: readonly string[];
}

export function returnFileOf(rules: WalkRules, played: PlayedCase, flags: Flags): CaseFile {
  const options = { ...RETURN_OPTIONS, flags };
  const { state } = rules.player.momentOf(played);
  const child = returnOfMoment(rules, state, options);
  return {
    text: [...writeReturnFile(rules, [child], options)].join(''),
    isIncluded: child.isIncluded,
    lacking: [...new Set(lackingItems(child).map(({ item }) => item.name || item.tag))],
  };
}
