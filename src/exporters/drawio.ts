import type { ActionLabel, LaidOutDiagram, PlacedLane, PlacedLine, PlacedStep, Point } from '#diagram/diagram.ts';
import { signsOf } from '#diagram/marks.ts';
import { THEME } from '#diagram/theme.ts';
import type { ExportedFile } from './exported-file.ts';
import { escapeXml } from './svg.ts';

const LOST = [
  'Forms and questions of steps that are not open on the map.',
  'The rules of next actions in full: only their signs stand on the lines.',
  'Sources, coverage and findings.',
];

const RAIL = 40;

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** A text inside an attribute of which draw.io reads the value as HTML: escaped once for the HTML and once for the XML. */
const html = (lines: readonly string[]): string => escapeXml(lines.map(escapeXml).join('<br>'));

const wordsOf = ({ rows }: ActionLabel): readonly string[] =>
  rows.flatMap(({ marks, lines }) => [`${signsOf(marks)} ${lines.join(' ')}`.trim()]);

const STEP_STYLE = `rounded=0;whiteSpace=wrap;html=1;align=left;spacingLeft=10;strokeColor=${THEME.line};fillColor=${THEME.surface};fontSize=13;fontFamily=Arial;`;
const LINE_STYLE = `edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;strokeColor=${THEME.line};fontSize=12;fontFamily=Arial;labelBackgroundColor=${THEME.surface};`;
const END_STYLE = `ellipse;html=1;fillColor=${THEME.text};strokeColor=${THEME.text};`;
const UNKNOWN_STYLE = `ellipse;html=1;dashed=1;fillColor=${THEME.surface};strokeColor=${THEME.text};fontFamily=Arial;`;

function geometry({ x, y }: Point, width: number, height: number): string {
  return `<mxGeometry x="${Math.round(x)}" y="${Math.round(y)}" width="${Math.round(width)}" height="${Math.round(height)}" as="geometry"/>`;
}

function writeLane({ name, box }: PlacedLane, index: number, corner: Corner): string {
  const style = `swimlane;horizontal=0;html=1;startSize=${RAIL};fillColor=${THEME.bar};swimlaneFillColor=${index % 2 === 1 ? THEME['band-odd'] : THEME.band};strokeColor=${THEME.rule};fontSize=14;fontFamily=Arial;`;
  const at = { x: box.x - corner.x, y: box.y - corner.y };
  return `<mxCell id="lane${index}" value="${html([name])}" style="${style}" vertex="1" parent="1">${geometry(at, box.width + RAIL, box.height)}</mxCell>`;
}

interface Written {
  readonly diagram: LaidOutDiagram;
  readonly corner: Corner;
  readonly ids: ReadonlyMap<string, string>;
}

/** A step stands in its lane, from that lane's own corner. */
function writeStep({ step, box }: PlacedStep, { diagram, ids }: Written): string {
  const lane = diagram.lanes.findIndex(({ name }) => name === step.lane);
  const from = diagram.lanes[lane]?.box ?? { x: 0, y: 0 };
  const words = [step.nameLines.join(' '), step.formsText, step.clockText].filter((line) => line !== '');
  const at = { x: box.x - from.x + RAIL, y: box.y - from.y };
  return `<mxCell id="${ids.get(step.stepType) ?? ''}" value="${html(words)}" style="${STEP_STYLE}" vertex="1" parent="lane${lane}">${geometry(at, box.width, box.height)}</mxCell>`;
}

function writeBends(points: readonly Point[], corner: Corner): string {
  const bends = points.slice(1, -1);
  if (bends.length === 0) return '';
  const list = bends.map(
    ({ x, y }) => `<mxPoint x="${Math.round(x - corner.x + RAIL)}" y="${Math.round(y - corner.y)}"/>`,
  );
  return `<Array as="points">${list.join('')}</Array>`;
}

function writeLine({ line, points }: PlacedLine, index: number, { corner, ids }: Written): string {
  const ends = `source="${ids.get(line.from) ?? ''}" target="${ids.get(line.to) ?? ''}"`;
  return `<mxCell id="line${index}" value="${html(wordsOf(line.label))}" style="${LINE_STYLE}" edge="1" parent="1" ${ends}><mxGeometry relative="1" as="geometry">${writeBends(points, corner)}</mxGeometry></mxCell>`;
}

function writeEnds({ step, ends }: PlacedStep, { corner, ids }: Written): readonly string[] {
  const from = ids.get(step.stepType) ?? '';
  return ends.flatMap(({ end, marker }, index) => {
    const id = `${from}-end${index}`;
    const at = { x: marker.x - 7 - corner.x + RAIL, y: marker.y - 7 - corner.y };
    const isEnd = end.kind === 'end';
    return [
      `<mxCell id="${id}" value="${isEnd ? '' : '?'}" style="${isEnd ? END_STYLE : UNKNOWN_STYLE}" vertex="1" parent="1">${geometry(at, 14, 14)}</mxCell>`,
      `<mxCell id="${id}-line" value="${html(wordsOf(end.label))}" style="${LINE_STYLE}" edge="1" parent="1" source="${from}" target="${id}"><mxGeometry relative="1" as="geometry"/></mxCell>`,
    ];
  });
}

/** The map for draw.io: lanes, steps and next actions as its own shapes, where they stand on the map. */
export function exportDrawio(diagram: LaidOutDiagram, title: string): ExportedFile {
  const corner = diagram.lanes[0]?.box ?? { x: 0, y: 0 };
  const ids = new Map<string, string>(diagram.steps.map(({ step }, index) => [step.stepType, `step${index}`]));
  const written: Written = { diagram, corner, ids };
  const content = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="Throughline">',
    `<diagram name="${escapeXml(title)}"><mxGraphModel grid="0" page="0"><root><mxCell id="0"/><mxCell id="1" parent="0"/>`,
    ...diagram.lanes.map((lane, index) => writeLane(lane, index, corner)),
    ...diagram.steps.map((placed) => writeStep(placed, written)),
    ...diagram.lines.map((placed, index) => writeLine(placed, index, written)),
    ...diagram.steps.flatMap((placed) => writeEnds(placed, written)),
    '</root></mxGraphModel></diagram>',
    '</mxfile>',
    '',
  ].join('\n');
  return { content, ending: 'drawio', type: 'application/vnd.jgraph.mxfile', lost: LOST };
}
