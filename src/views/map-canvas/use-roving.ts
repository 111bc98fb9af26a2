import { useMemo, useState } from 'react';
import type { Diagram, DiagramStep, LaidOutDiagram } from '#diagram/diagram.ts';
import { findPlaced } from '#diagram/picture.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { Highlight } from './highlight.ts';
import { type InsideRow, insideRows, pressRow } from './inside-rows.ts';
import type { MapActions } from './map-actions.ts';
import { commandOf, type KeyCommand, type KeyMode, walkRows } from './walk-keys.ts';
import { type Standing, standOn, walkSteps } from './walk-steps.ts';

interface Walked {
  readonly diagram: LaidOutDiagram;
  readonly highlight: Highlight;
  readonly actions: MapActions;
  readonly onSelect: (step: StepTypeId) => void;
  readonly onClear: () => void;
  readonly showStep: (step: StepTypeId) => void;
  /** Alt with an arrow key; false where that is not offered. */
  readonly moveByKey: (step: StepTypeId, key: string) => boolean;
}

export interface Roving {
  /** The step that the keyboard stands on; null while the keyboard is elsewhere or the pointer is used. */
  readonly active: StepTypeId | null;
  /** The row inside the active step that the keyboard stands on. */
  readonly row: InsideRow | null;
  /** The step from which a new next action is being drawn with the keyboard. */
  readonly connecting: StepTypeId | null;
  readonly onFocus: (event: React.FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: () => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

const toDiagram = ({ steps, lines, lanes }: LaidOutDiagram): Diagram => ({
  lanes: lanes.map((lane) => lane.name),
  steps: steps.map((placed) => placed.step),
  lines: lines.map((placed) => placed.line),
});

/** Where walking goes on from: where it stopped, or the step chosen since, or the first of all. */
function standingNow(plain: Diagram, standing: Standing | null, selected: StepTypeId | null): Standing | null {
  const isThere = plain.steps.some((step) => step.stepType === standing?.step);
  if (standing !== null && isThere && (selected === null || selected === standing.step)) return standing;
  const from = selected ?? plain.steps[0]?.stepType;
  return from === undefined ? null : standOn(plain, from);
}

/** The keyboard's part inside an open step, or while a next action is drawn. */
interface Aside {
  readonly step: StepTypeId;
  readonly mode: 'inside' | 'connecting';
  readonly row: number;
}

/** What a command does; true when the key was one of the map's. */
type Commands = Readonly<Record<Exclude<KeyCommand, 'walk'>, () => boolean>>;

/** Where the keyboard stands, and what it stands on. */
interface Stood {
  readonly active: StepTypeId;
  readonly step: DiagramStep | undefined;
  readonly rows: readonly InsideRow[];
  readonly at: number;
  readonly aside: Aside | null;
  readonly setAside: (aside: Aside | null) => void;
}

const did = (does: () => void): true => {
  does();
  return true;
};

function commandsFor({ actions, onSelect, onClear }: Walked, stood: Stood): Commands {
  const { active, step, rows, at, aside, setAside } = stood;
  const { onOpen, onConnect } = actions;
  return {
    choose: () => did(() => onSelect(active)),
    // Not the map's alone: others may have something to put out too.
    clear: () => !did(onClear),
    open: () => onOpen !== undefined && did(() => onOpen(active)),
    connect: () => onConnect !== undefined && did(() => setAside({ step: active, mode: 'connecting', row: 0 })),
    inside: () => rows.length > 0 && did(() => setAside({ step: active, mode: 'inside', row: 0 })),
    leave: () => did(() => setAside(null)),
    cancel: () => did(() => setAside(null)),
    confirm: () => {
      setAside(null);
      return aside !== null && did(() => onConnect?.(aside.step, active));
    },
    press: () => {
      const row = rows[at];
      return step !== undefined && row !== undefined && did(() => pressRow(step, row, actions));
    },
  };
}

/** The rows inside the step that the keyboard stands on, and which of them it is on. */
function insideOf(step: DiagramStep | undefined, aside: Aside | null): Pick<Stood, 'rows' | 'at'> & { mode: KeyMode } {
  const rows = step === undefined ? [] : insideRows(step);
  const isInside = aside?.mode === 'inside' && aside.step === step?.stepType && rows.length > 0;
  if (isInside) return { rows, at: Math.min(aside.row, rows.length - 1), mode: 'inside' };
  return { rows, at: 0, mode: aside?.mode === 'connecting' ? 'connecting' : 'steps' };
}

/** Where the keyboard is: on a step, on a row inside it, or looking for the target of a next action. */
function useStanding({ diagram, highlight }: Walked) {
  const plain = useMemo(() => toDiagram(diagram), [diagram]);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [isWalking, setWalking] = useState(false);
  const [aside, setAside] = useState<Aside | null>(null);
  const isThere = isWalking && standing !== null && findPlaced(diagram, standing.step) !== undefined;
  const current = isThere ? standing : standingNow(plain, standing, highlight.selected);
  const step = current === null ? undefined : findPlaced(diagram, current.step)?.step;
  return { plain, current, setStanding, isWalking, setWalking, aside, setAside, step, ...insideOf(step, aside) };
}

/** One Tab stop for the whole map: the arrow keys go from step to step, Enter chooses. */
export function useRoving(walked: Walked): Roving {
  const now = useStanding(walked);
  const { plain, current, setStanding, isWalking, setWalking, aside, setAside, rows, mode, at } = now;

  function walk(from: Standing, key: string): boolean {
    if (mode === 'inside' && aside !== null) {
      const next = walkRows(rows.length, at, key);
      if (next !== null) setAside({ ...aside, row: next });
      return next !== null;
    }
    const next = walkSteps(plain, from, key);
    if (next === null) return false;
    walked.showStep(next.step);
    setStanding(next);
    return true;
  }

  function obey(from: Standing, command: KeyCommand, event: React.KeyboardEvent): boolean {
    if (event.altKey) return mode === 'steps' && walked.moveByKey(from.step, event.key);
    if (command === 'walk') return walk(from, event.key);
    return commandsFor(walked, { ...now, active: from.step })[command]();
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || current === null) return;
    const command = commandOf(mode, event.key);
    if (!obey(current, command, event)) return;
    event.preventDefault();
    // Escape leaves the step or the drawing and nothing else.
    if (mode !== 'steps') event.stopPropagation();
    if (command !== 'walk' || event.altKey) setStanding(current);
    setWalking(true);
  }

  const stop = (): void => {
    setWalking(false);
    setAside(null);
  };
  return {
    active: isWalking && current !== null ? current.step : null,
    row: isWalking && mode === 'inside' ? (rows[at] ?? null) : null,
    connecting: mode === 'connecting' ? (aside?.step ?? null) : null,
    onFocus: (event) => setWalking(event.currentTarget.matches(':focus-visible')),
    onBlur: stop,
    onPointerDown: stop,
    onKeyDown,
  };
}
