/** Who makes a change, and on which day (ISO): what `by` and `on` are filled with. */
export interface Author {
  readonly by: string;
  readonly on: string;
}
