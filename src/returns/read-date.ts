import { isIsoDate } from '#model/dates.ts';

const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?))?$/u;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/u;

interface Read {
  readonly date: string;
  /** `hh:mm:ss`, or empty. */
  readonly time: string;
}

const two = (digits: string): string => digits.padStart(2, '0');

function readTime(text: string | undefined): string | null {
  if (text === undefined) return '';
  const [hours = '', minutes = '', seconds = '0'] = text.split(':');
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return `${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

function read(text: string): Read | null {
  const british = BRITISH.exec(text.trim());
  const iso = ISO.exec(text.trim());
  const date = british ? `${british[3]}-${two(british[2] ?? '')}-${two(british[1] ?? '')}` : (iso?.[1] ?? '');
  const time = readTime(british?.[4] ?? iso?.[2]);
  return isIsoDate(date) && time !== null ? { date, time } : null;
}

/** A day as people and systems write it (`2026-07-06`, `06/07/2026`, with or without a time) as an ISO date; else null. */
export const readDate = (text: string): string | null => read(text)?.date ?? null;

/** The same with its time, midnight where none is said. */
export function readDateTime(text: string): string | null {
  const found = read(text);
  return found === null ? null : `${found.date}T${found.time || '00:00:00'}`;
}
