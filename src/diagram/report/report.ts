/*
 * A report as plain values: the same sections and words for every format that it is written in.
 */

/** A step of a route in a report: its number, name, what is named in it, and the next action taken out of it. */
export interface ReportStep {
  readonly number: number;
  readonly name: string;
  readonly places: readonly string[];
  readonly nextAction: string;
}

export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** What the table says, for its caption. */
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'route';
      /** What the route shows, a sentence. */
      readonly title: string;
      readonly steps: readonly ReportStep[];
    };

export interface ReportSection {
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

/** What leaves the product as a report. */
export interface Report {
  readonly title: string;
  /** Authority, dates, return, hash: a line each. */
  readonly about: readonly string[];
  readonly sections: readonly ReportSection[];
}
