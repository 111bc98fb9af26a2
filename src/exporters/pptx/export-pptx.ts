import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import { AREA, type Deck, TITLE } from '#diagram/deck/slide.ts';
import { THEME } from '#diagram/theme.ts';
import type { ExportedFile } from '#exporters/exported-file.ts';
import { invariant } from '#model/assert.ts';
import { slideXml } from './slide-text.ts';
import { writeSlide } from './write-slide.ts';

const INCH = 72;
const LAYOUT = 'Throughline';
/** What a zip says of when its files were made: the earliest that it can, so that the same deck has the same bytes. */
const MADE = new Date(1980, 0, 1);

/** The parts of a package by their paths. */
type Files = Readonly<Record<string, Uint8Array>>;

/** A package with as many empty slides as the deck has, and its notes: masters, layouts, theme and relationships. */
async function emptyPackage(deck: Deck): Promise<Files> {
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
  const { x, y, width, height } = AREA.title;
  const place = { x: x / INCH, y: y / INCH, w: width / INCH, h: height / INCH };
  const look = { fontSize: TITLE.size, bold: true, color: THEME.text.slice(1), fontFace: 'Arial' };
  pptx.defineSlideMaster({
    title: LAYOUT,
    background: { color: 'FFFFFF' },
    objects: [{ placeholder: { options: { name: 'title', type: 'title', ...place, ...look }, text: '' } }],
  });
  // Slides and notes are written below; here they only get their places in the package.
  for (const _ of deck.slides) pptx.addSlide({ masterName: LAYOUT }).addNotes('Notes');
  const written = await pptx.write({ outputType: 'uint8array' });
  invariant(written instanceof Uint8Array, 'The package of slides is no list of bytes.');
  return unzipSync(written);
}

/** The notes as paragraphs; the package has one text in their place. */
function splitNotes(xml: string, notes: readonly string[]): string {
  const paragraphs = notes.map(
    (note) => `<a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>${slideXml(note)}</a:t></a:r></a:p>`,
  );
  return xml.replace(
    /(<p:ph type="body"[^>]*\/>.*?<a:lstStyle\/>).*?(<\/p:txBody>)/su,
    (_, before: string, after: string) => `${before}${paragraphs.join('')}${after}`,
  );
}

/** The list of masters of notes stands before that of slides. */
const inOrder = (xml: string): string =>
  xml
    .replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/su, '$2$1')
    .replace('<p:notesSz cx="6858000" cy="12192000"/>', '<p:notesSz cx="6858000" cy="9144000"/>');

/** The types of parts that are there. */
const ofPartsThere = (xml: string, files: Files): string =>
  xml.replaceAll(/<Override PartName="\/([^"]+)"[^>]*\/>/gu, (type, path: string) => (path in files ? type : ''));

const coreOf = ({ title, foot }: Deck, today: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${slideXml(title)}</dc:title><dc:subject>${slideXml(foot)}</dc:subject><dc:creator>Throughline</dc:creator><cp:lastModifiedBy>Throughline</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${today}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${today}T00:00:00Z</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');

function rewrite(path: string, files: Files, deck: Deck, today: string): string {
  const xml = strFromU8(files[path] ?? new Uint8Array());
  const [, kind, number] = /^ppt\/(slides|notesSlides)\/[a-zA-Z]+(\d+)\.xml$/u.exec(path) ?? [];
  const slide = deck.slides[Number(number) - 1];
  if (slide !== undefined && kind === 'slides') return writeSlide(slide, deck.foot, Number(number));
  if (slide !== undefined) return splitNotes(xml, slide.notes);
  if (path === '[Content_Types].xml') return ofPartsThere(xml, files);
  if (path === 'ppt/presentation.xml') return inOrder(xml);
  if (path === 'docProps/core.xml') return coreOf(deck, today);
  if (path === 'docProps/app.xml') return xml.replace('<Company>PptxGenJS</Company>', '<Company/>');
  return xml;
}

/** A deck as a PowerPoint file: shapes and text that can be changed, arrows that stay joined. `today` is an ISO date. */
export async function exportPptx(deck: Deck, today: string): Promise<ExportedFile> {
  const files = await emptyPackage(deck);
  const rewritten = Object.keys(files)
    .filter((path) => !path.endsWith('/'))
    .map((path) => [path, strToU8(rewrite(path, files, deck, today))] as const);
  return {
    content: zipSync(Object.fromEntries(rewritten), { mtime: MADE, level: 6 }),
    ending: 'pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    lost: [
      'Forms and questions one by one: the workbook has them.',
      'Arrows that could not be told apart stand as words below the map; the notes name every next action.',
    ],
  };
}
