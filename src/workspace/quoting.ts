/** What a grammar made of a cell: what could be read, and a sentence for each part that could not. */
export interface Parsed<Value> {
  readonly values: readonly Value[];
  readonly problems: readonly string[];
}

/** Splits at a separator wherever it stands outside double quotes. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') inside = !inside;
    else if (!inside && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at));
      start = at + separator.length;
      at = start - 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** An answer as it is meant: without its quotes, doubled ones made single. undefined where quotes are not in order. */
export function unquote(raw: string): string | undefined {
  const text = raw.trim();
  if (!text.includes('"')) return text;
  const inner = /^"([^"]*(?:""[^"]*)*)"$/.exec(text)?.[1];
  return inner?.replaceAll('""', '"');
}

/** An answer as the grammars write it, in quotes where it would be misread without. */
export function quote(answer: string): string {
  const plain = answer !== '' && answer === answer.trim() && !/[;|="]| and /.test(answer);
  return plain ? answer : `"${answer.replaceAll('"', '""')}"`;
}
