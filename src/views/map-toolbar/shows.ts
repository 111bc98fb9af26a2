/** What the map may show of the steps, one at a time, in the order of the choice. */
export const SHOWS = ['coverage', 'duplicates', 'review', 'time', 'usage', 'nothing'] as const;
export type Show = (typeof SHOWS)[number];

export const SHOW_WORDS: Readonly<Record<Show, string>> = {
  coverage: 'Coverage',
  duplicates: 'Duplicates',
  review: 'Review',
  time: 'Time',
  usage: 'Usage',
  nothing: 'Nothing',
};
