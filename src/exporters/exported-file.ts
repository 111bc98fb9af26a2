/** A file that leaves the product. */
export interface ExportedFile {
  readonly content: string | Uint8Array;
  /** The ending of its name, without the dot. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  /** What the format could not carry, a sentence each. */
  readonly lost: readonly string[];
}
