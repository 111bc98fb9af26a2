/** What is used of bpmn-moddle, which brings no types of its own for its reader. */
declare module 'bpmn-moddle' {
  interface Reader {
    /** Refuses, with an error, a text that is no XML or no BPMN. */
    readonly fromXML: (xml: string) => Promise<{
      readonly rootElement: unknown;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
  export const BpmnModdle: new () => Reader;
}
