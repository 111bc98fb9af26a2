import type { Problem } from '#model/finding.ts';

/** Something to say of an extract, with its first place and how often it holds after that. */
export interface MosaicMessage extends Problem {
  readonly more: number;
}

/** Where messages go: the same sentence is said once, however many rows it is true of. */
export interface Told {
  readonly error: (where: Place, message: string) => void;
  readonly warn: (where: Place, message: string) => void;
  readonly list: () => readonly MosaicMessage[];
}

/** A place in an extract. Row 0 is the whole file. */
export interface Place {
  readonly file: string;
  readonly row: number;
  readonly column?: string;
}

export function newTold(): Told {
  const messages = new Map<string, MosaicMessage>();
  const tell = (severity: Problem['severity'], { file, row, column = '' }: Place, message: string): void => {
    const key = [file, column, message].join('\n');
    const standing = messages.get(key);
    messages.set(
      key,
      standing === undefined
        ? { severity, file, row, column, message, more: 0 }
        : { ...standing, more: standing.more + 1 },
    );
  };
  return {
    error: (where, message) => tell('error', where, message),
    warn: (where, message) => tell('warning', where, message),
    list: () => [...messages.values()],
  };
}
