import type { Report, ReportBlock, ReportStep } from '#diagram/report/report.ts';
import { assertNever } from '#model/assert.ts';
import type { ExportedFile } from './exported-file.ts';

/** A text that Markdown, and the HTML inside it, reads as nothing but text. */
const plain = (words: string): string =>
  words
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\\`*_[\]<>|#~]/gu, String.raw`\$&`)
    .replaceAll('&', '&amp;');

const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;

function writeStep({ number, name, places, nextAction }: ReportStep): readonly string[] {
  const here = places.length === 0 ? '' : `: ${places.map(plain).join('; ')}`;
  return [`${number}. **${plain(name)}**${here}`, ...(nextAction === '' ? [] : [`   → ${plain(nextAction)}`])];
}

function writeBlock(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [plain(block.text), ''];
    case 'list':
      return [...block.items.map((item) => `- ${plain(item)}`), ''];
    case 'route':
      return [`**${plain(block.title)}**`, '', ...block.steps.flatMap(writeStep), ''];
    case 'table':
      return [
        `### ${plain(block.caption)}`,
        '',
        row(block.columns),
        `|${block.columns.map(() => ' --- |').join('')}`,
        ...block.rows.map(row),
        '',
      ];
    default:
      return assertNever(block);
  }
}

/** A report as Markdown. */
export const exportMarkdown = ({ title, about, sections }: Report): ExportedFile => ({
  content: [
    `# ${plain(title)}`,
    '',
    ...about.map((line) => `- ${plain(line)}`),
    '',
    ...sections.flatMap(({ heading, blocks }) => [`## ${plain(heading)}`, '', ...blocks.flatMap(writeBlock)]),
  ].join('\n'),
  ending: 'md',
  type: 'text/markdown',
  lost: ['The diagrams; the HTML report has them.'],
});
