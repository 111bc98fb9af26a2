import { describeDay } from '#diagram/drawing/map-words.ts';
import type { Audit } from '#model/audit.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';

/** What every deck is about. */
export interface DeckSubject {
  readonly index: WorkspaceIndex;
  readonly audit: Audit;
  /** The worked example that the product ships. */
  readonly isExample: boolean;
  /** A short hash of the model that is shown. */
  readonly hash: string;
  /** ISO date of the day on which the deck is made. */
  readonly today: string;
}

/** Whose workspace it is; its title, or a word for it, where it names no authority. */
export const ownerOf = ({ index: { workspace } }: DeckSubject): string =>
  workspace.manifest.authority || workspace.manifest.title || 'This workspace';

/** What stands at the foot of every slide. */
export const footOf = (subject: DeckSubject): string =>
  [`${ownerOf(subject)}${subject.isExample ? ' (invented example)' : ''}`, describeDay(subject.today)].join(' · ');

/** The return that is looked at, by its name. */
export const returnName = ({ index: { dataReturn } }: DeckSubject): string => dataReturn?.name ?? 'no return';

/** What every slide's notes end with where the example is shown. */
export const INVENTED = 'Exampleshire is invented: nothing here is a finding about a real authority.';

/** Where the figures of a slide come from, as its notes say it. */
export const WORKED_OUT = 'Worked out by Throughline from the workflow and the mappings, not from children’s records.';
