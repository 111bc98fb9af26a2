import { count } from '#diagram/describe-step.ts';
import type { LaidOutDiagram } from '#diagram/diagram.ts';
import type { MapOverlay } from '#diagram/overlays/overlay.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { SheetWords } from './draw-sheet.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "1 November 2026"; what is no date as it stands. */
export function describeDay(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? iso : DAY.format(day);
}

/** What a map's sheet is about beside the map itself. */
export interface MapSubject {
  readonly index: WorkspaceIndex;
  readonly diagram: LaidOutDiagram;
  readonly overlay: MapOverlay | null;
  /** The worked example that the product ships. */
  readonly isExample: boolean;
  readonly hash: string;
  /** ISO date of the day on which it is drawn. */
  readonly today: string;
}

function describePicture({ diagram, overlay }: MapSubject): string {
  const steps = count(diagram.steps.length, 'step');
  const lines = count(diagram.lines.length, 'line');
  const lanes = diagram.lanes.map(({ name }) => name).join(', ');
  const lies = overlay === null ? '' : ` On it lies: ${overlay.title}.`;
  return `A map of ${steps} and ${lines} between them, in the lanes ${lanes}.${lies}`;
}

/** A name that the map had to cut, in full. */
function cutNames({ index, diagram }: MapSubject): readonly string[] {
  const cut = diagram.steps.filter(({ step }) => step.nameLines.at(-1)?.endsWith('…') === true);
  return cut.map(({ step }) => {
    const name = index.stepTypes.get(step.stepType)?.name ?? step.stepType;
    return `“${step.nameLines.join(' ')}” in full: ${name}`;
  });
}

/** Title, authority, dates, notes and hash of a map's sheet. */
export function sheetWords(subject: MapSubject): SheetWords {
  const { index, overlay, isExample, hash, today } = subject;
  const { manifest } = index.workspace;
  const about = [
    manifest.authority === '' ? '' : `${manifest.authority}${isExample ? ' (invented example)' : ''}`,
    manifest.asAt === '' ? '' : `as at ${describeDay(manifest.asAt)}`,
    overlay === null ? '' : overlay.title,
    overlay === null || index.dataReturn === null ? '' : index.dataReturn.name,
    `drawn ${describeDay(today)}`,
  ];
  const notes = [
    ...(isExample ? ['An invented authority: nothing here is anybody’s finding.'] : []),
    ...(overlay === null || overlay.note === '' ? [] : [overlay.note]),
    ...cutNames(subject),
  ];
  return {
    title: manifest.title || manifest.authority || 'Workflow',
    about: about.filter((words) => words !== '').join(' · '),
    notes,
    hash,
    description: describePicture(subject),
  };
}
