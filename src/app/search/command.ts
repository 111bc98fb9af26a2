/** Something that can be done from the search. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** The keys that do it without the search, in words. */
  readonly keys?: string;
  readonly run: () => void;
}
