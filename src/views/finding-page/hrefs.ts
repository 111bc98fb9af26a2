/** Where the things that a finding names are looked at: addresses within the app. */
export interface Hrefs {
  readonly step: (stepType: string) => string;
  readonly question: (form: string, question: string) => string;
  readonly item: (item: string) => string;
  readonly fact: (fact: string) => string;
  /** The map with a finding lit. */
  readonly onMap: (finding: string) => string;
}
