import { useMemo, useState } from 'react';
import type { Diagram, LaidOutDiagram } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';
import type { Highlight } from './highlight.ts';
import { type Standing, standOn, walkSteps } from './walk-steps.ts';

interface Walked {
  readonly diagram: LaidOutDiagram;
  readonly highlight: Highlight;
  readonly onSelect: (step: StepTypeId) => void;
  readonly onClear: () => void;
  readonly showStep: (step: StepTypeId) => void;
}

interface Roving {
  /** The step that the keyboard stands on; null while the keyboard is elsewhere or the pointer is used. */
  readonly active: StepTypeId | null;
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

const isChoice = (key: string): boolean => key === 'Enter' || key === ' ';

/** Where walking goes on from: where it stopped, or the step chosen since, or the first of all. */
function standingNow(plain: Diagram, standing: Standing | null, selected: StepTypeId | null): Standing | null {
  if (standing !== null && (selected === null || selected === standing.step)) return standing;
  const from = selected ?? plain.steps[0]?.stepType;
  return from === undefined ? null : standOn(plain, from);
}

/** One Tab stop for the whole map: the arrow keys go from step to step, Enter chooses. */
export function useRoving({ diagram, highlight, onSelect, onClear, showStep }: Walked): Roving {
  const plain = useMemo(() => toDiagram(diagram), [diagram]);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [isWalking, setWalking] = useState(false);
  const current = isWalking && standing !== null ? standing : standingNow(plain, standing, highlight.selected);

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || current === null) return;
    if (event.key === 'Escape') onClear();
    if (isChoice(event.key)) onSelect(current.step);
    const next = walkSteps(plain, current, event.key);
    if (next !== null) showStep(next.step);
    if (next === null && !isChoice(event.key)) return;
    event.preventDefault();
    setStanding(next ?? current);
    setWalking(true);
  }

  return {
    active: isWalking && current !== null ? current.step : null,
    onFocus: (event) => setWalking(event.currentTarget.matches(':focus-visible')),
    onBlur: () => setWalking(false),
    onPointerDown: () => setWalking(false),
    onKeyDown,
  };
}
