import { laneOf } from '#diagram/order-steps.ts';
import { escapeXml } from '#exporters/svg.ts';
import type { NextAction, RowRef, StepType } from '#model/workspace.ts';

/** A value as JSON in which every character is one that XML holds. */
const toJson = (value: object): string =>
  JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\ufffe\uffff]/gu,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

/** Where a row stood is not carried: it will stand elsewhere. */
function withoutPlace<Value extends { readonly at: RowRef }>(value: Value): Omit<Value, 'at'> {
  const { at: _place, ...others } = value;
  return others;
}

/** The words beside the JSON are those of the drawing: where somebody has changed them since, the drawing is right. */
const own = (name: string, words: Readonly<Record<string, string>>, value: object): string => {
  const attributes = Object.entries(words).map(([key, text]) => ` ${key}="${attributeText(text)}"`);
  return `<throughline:${name}${attributes.join('')}>${escapeXml(toJson(value))}</throughline:${name}>`;
};

/** A text as an attribute keeps it, line breaks included. */
export const attributeText = (text: string): string =>
  escapeXml(text).replaceAll(/[\t\n\r]/gu, (letter) => `&#${letter.charCodeAt(0)};`);

/** A step type as Throughline reads it back. */
export const ownStepType = (step: StepType, name: string): string =>
  own('stepType', { name, lane: laneOf(step) }, withoutPlace(step));

/** A next action as Throughline reads it back. */
export const ownNextAction = (action: NextAction, name: string): string =>
  own('nextAction', { name }, withoutPlace(action));

/** On the flow of a step type that may be finished with no next action. */
export const MAY_END = '<throughline:mayEnd/>';
/** On the timer of a clock, which stands in the step type too. */
export const OUR_CLOCK = '<throughline:clock/>';
/** On an end event that is no end: nobody has said where the work goes. */
export const UNKNOWN = '<throughline:unknown/>';
