import type { Drawing } from '#diagram/drawing/shapes.ts';
import type { Report, ReportBlock, ReportSection, ReportStep } from '#diagram/report/report.ts';
import { assertNever } from '#model/assert.ts';
import type { ExportedFile } from './exported-file.ts';
import { REPORT_SCRIPT, REPORT_STYLE } from './html-parts.ts';
import { exportSvg, escapeXml as safe } from './svg.ts';

/** A diagram of the report. */
export interface ReportFigure {
  readonly title: string;
  readonly drawing: Drawing;
}

function writeStep({ name, places, nextAction }: ReportStep): string {
  const here = places.length === 0 ? '' : `: ${places.map(safe).join('; ')}`;
  const next = nextAction === '' ? '' : `<span class="next">then ${safe(nextAction)}</span>`;
  return `<li><strong>${safe(name)}</strong>${here}${next}</li>`;
}

function writeTable({ caption, columns, rows }: Extract<ReportBlock, { kind: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col">${safe(column)}</th>`).join('');
  const body = rows.map(
    ([first, ...cells]) =>
      `<tr><th scope="row">${safe(first ?? '')}</th>${cells.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table: ${safe(caption)}"><table><caption>${safe(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
}

function writeBlock(block: ReportBlock): string {
  switch (block.kind) {
    case 'text':
      return `<p>${safe(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
    case 'route':
      return `<div class="route"><p>${safe(block.title)}</p><ol>${block.steps.map(writeStep).join('')}</ol></div>`;
    case 'table':
      return writeTable(block);
    default:
      return assertNever(block);
  }
}

const idOf = (index: number): string => `part-${index + 1}`;

const writeSection = ({ heading, blocks }: ReportSection, index: number): string =>
  `<section aria-labelledby="${idOf(index)}"><h2 id="${idOf(index)}">${safe(heading)}</h2>\n${blocks.map(writeBlock).join('\n')}</section>`;

/** An SVG inside the page: its ids are made its own, as a page may hold several. */
function writeFigure({ title, drawing }: ReportFigure, index: number): string {
  const svg = exportSvg(drawing)
    .replace(/^<\?xml[^>]*>\n/u, '')
    .replaceAll('picture-title', `picture-${index}-title`)
    .replaceAll('picture-says', `picture-${index}-says`);
  return `<figure><figcaption>${safe(title)}</figcaption><div class="picture" tabindex="0" role="region" aria-label="Picture: ${safe(title)}">${svg}</div></figure>`;
}

function writeFigures(figures: readonly ReportFigure[]): string {
  if (figures.length === 0) return '';
  return `<section aria-labelledby="maps"><h2 id="maps">The map</h2>\n${figures.map(writeFigure).join('\n')}</section>`;
}

/** Nothing from elsewhere, and nothing of the file's own but this style and this script. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A report as one HTML file that needs nothing else: it can be searched, printed and read with the keyboard. */
export function exportHtml({ title, about, sections }: Report, figures: readonly ReportFigure[]): ExportedFile {
  const links = sections.map(({ heading }, index) => `<li><a href="#${idOf(index)}">${safe(heading)}</a></li>`);
  const toMaps = figures.length === 0 ? '' : '<li><a href="#maps">The map</a></li>';
  const content = [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${safe(title)}</title><style>${REPORT_STYLE}</style></head><body>`,
    '<a class="skip" href="#main">Skip to the report</a>',
    `<header><h1>${safe(title)}</h1><ul class="about">${about.map((line) => `<li>${safe(line)}</li>`).join('')}</ul>`,
    `<nav aria-label="Parts of the report"><ul>${links.join('')}${toMaps}</ul></nav>`,
    '<div class="search" role="search" hidden><label for="words">Search the report (key /)</label><input id="words" type="search"><span id="found" role="status"></span></div></header>',
    '<main id="main" tabindex="-1">',
    ...sections.map(writeSection),
    writeFigures(figures),
    `</main><script>${REPORT_SCRIPT}</script></body></html>`,
    '',
  ].join('\n');
  return { content, ending: 'html', type: 'text/html', lost: [] };
}
