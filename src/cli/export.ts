import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type DeckChoice, readDeckChoice } from '#diagram/deck/deck-choice.ts';
import { layOutInProcess } from '#layout/lay-out-in-process.ts';
import { asWord } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportWorkspace,
  PAPER_NAMES,
  type Paper,
} from '#pipeline/export-workspace.ts';
import { type Arguments, findOption } from './arguments.ts';
import type { Command } from './command.ts';
import { didYouMean } from './nearest.ts';
import { type Opened, openAt } from './open.ts';
import { EXIT, type ExitCode, fail, type Shell } from './shell.ts';

/** What was asked for, or what is wrong with it. */
interface Wanted {
  readonly format: ExportFormat;
  readonly target: string;
  readonly paper: Paper | null;
  /** The slides, as they are named; null: those that come first. */
  readonly deck: string | null;
}

function readPaper(given: Arguments): Paper | null | { readonly wrong: string } {
  const named = findOption(given, 'paper');
  if (named === null) return null;
  return (
    asWord(PAPER_NAMES, named.toLowerCase()) ?? {
      wrong: `There is no paper "${named}". There is: ${PAPER_NAMES.join(' ')}.`,
    }
  );
}

function readWanted(given: Arguments): Wanted | { readonly wrong: string } {
  const named = findOption(given, 'to');
  const target = findOption(given, 'output');
  const formats = EXPORT_FORMATS.join(' ');
  if (named === null) return { wrong: `Say what to export to: --to FORMAT, one of ${formats}.` };
  const format = asWord(EXPORT_FORMATS, named);
  if (format === undefined)
    return { wrong: `There is no format "${named}".${didYouMean(named, EXPORT_FORMATS)} There are: ${formats}.` };
  if (target === null) return { wrong: 'Say which file to write: -o FILE, or -o - for the screen.' };
  const paper = readPaper(given);
  return typeof paper === 'object' && paper !== null
    ? paper
    : { format, target, paper, deck: findOption(given, 'deck') };
}

async function write(shell: Shell, target: string, content: string | Uint8Array): Promise<ExitCode> {
  if (target === '-') {
    if (typeof content !== 'string')
      return fail(shell, { failure: 'This format is not text: name a file with -o FILE.' });
    shell.print(content.trimEnd());
    return EXIT.fine;
  }
  try {
    await writeFile(resolve(shell.folder, target), content);
  } catch (error) {
    return fail(shell, {
      failure: `${target} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  shell.say(`Written: ${target}`);
  return EXIT.fine;
}

/** Which slides are wanted of a workspace; nothing where nobody says. */
function readDeck(
  index: WorkspaceIndex,
  { deck }: Wanted,
): { readonly deck?: DeckChoice } | { readonly wrong: string } {
  if (deck === null) return {};
  const choice = readDeckChoice(index, deck);
  return 'wrong' in choice ? choice : { deck: choice };
}

async function exportOpened({ opened }: Opened, wanted: Wanted, shell: Shell): Promise<ExitCode> {
  const index = indexWorkspace(opened.value);
  const deck = readDeck(index, wanted);
  if ('wrong' in deck) {
    shell.say(deck.wrong);
    return EXIT.wrongUsage;
  }
  const { content, lost } = await exportWorkspace(wanted.format, {
    opened,
    index,
    today: shell.today,
    diagram: null,
    overlay: null,
    numbers: new Map(),
    layOut: layOutInProcess(),
    ...(wanted.paper === null ? {} : { paper: wanted.paper }),
    ...deck,
  });
  const code = await write(shell, wanted.target, content);
  if (code === EXIT.fine && lost.length > 0)
    shell.say(['Not carried by this format:', ...lost.map((sentence) => `  ${sentence}`)].join('\n'));
  return code;
}

async function runExport(given: Arguments, shell: Shell): Promise<ExitCode> {
  const wanted = readWanted(given);
  if ('wrong' in wanted) {
    shell.say(wanted.wrong);
    return EXIT.wrongUsage;
  }
  const opened = await openAt(shell, given.words[0] ?? '.');
  return 'failure' in opened ? fail(shell, opened) : exportOpened(opened, wanted, shell);
}

/** Writes a workspace in another format. */
export const EXPORT_COMMAND: Command = {
  name: 'export',
  usage: 'throughline export [WORKSPACE] --to FORMAT -o FILE|-',
  says: 'Writes the workflow in another format.',
  details: [
    '',
    '  --to svg      the map as one picture, with title, key and date',
    '  --to pdf      the map on paper, page by page where it cannot be read whole; --paper a4 a3 a1 a0',
    '  --to pptx     slides for PowerPoint; --deck show-and-tell, view, workflow:NAME or item:ITEM',
    '  --to mermaid  the workflow as a Mermaid flowchart',
    '  --to drawio   the map for draw.io, as shapes that can be moved',
    '  --to bpmn     the workflow as BPMN 2.0 with its diagram, for Camunda, Signavio or bpmn.io; it can be read back',
    '  --to xstate   the workflow as XState JSON, which can be read back',
    '  --to xlsx     an Excel workbook to read and edit; “throughline import” brings the edits back',
    '  --to csv      every table, the findings and the coverage as CSV files in a zip',
    '  --to markdown the report: coverage, gaps with routes, duplicates, findings',
    '  --to html     the report with the map in it as one file that needs nothing else',
    '  --to zip      the workspace itself as a zip',
    '  -o FILE       the file to write; - for the screen',
    '',
    'What a format cannot carry is said when it has been written.',
  ],
  options: {
    to: { takes: 'value' },
    paper: { takes: 'value' },
    deck: { takes: 'value' },
    output: { takes: 'value', short: 'o' },
  },
  words: 1,
  run: runExport,
};
