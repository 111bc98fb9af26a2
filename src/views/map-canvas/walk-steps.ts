import type { Diagram } from '#diagram/diagram.ts';
import type { StepTypeId } from '#model/ids.ts';

/** Where the keyboard stands on the map, and the steps that up and down go through. */
export interface Standing {
  readonly step: StepTypeId;
  readonly siblings: readonly StepTypeId[];
}

const targetsOf = ({ lines }: Diagram, step: StepTypeId): readonly StepTypeId[] =>
  lines.filter((line) => line.from === step && line.to !== step).map((line) => line.to);

const originsOf = ({ lines }: Diagram, step: StepTypeId): readonly StepTypeId[] =>
  lines.filter((line) => line.to === step && line.from !== step).map((line) => line.from);

/** Steps of the same lane: the siblings of a step that was not reached along a next action. */
export function standOn({ steps }: Diagram, step: StepTypeId): Standing {
  const lane = steps.find((candidate) => candidate.stepType === step)?.lane;
  return {
    step,
    siblings: steps.filter((candidate) => candidate.lane === lane).map((candidate) => candidate.stepType),
  };
}

function standOnFirst(siblings: readonly StepTypeId[], otherwise: Standing): Standing {
  const [step] = siblings;
  return step === undefined ? otherwise : { step, siblings };
}

function standBeside(standing: Standing, by: 1 | -1): Standing {
  const { siblings } = standing;
  const step = siblings.at((siblings.indexOf(standing.step) + by) % siblings.length);
  return step === undefined ? standing : { ...standing, step };
}

/** The first step of the lane before or after. */
function standInLane(diagram: Diagram, standing: Standing, by: 1 | -1): Standing {
  const { lane } = diagram.steps.find((candidate) => candidate.stepType === standing.step) ?? {};
  const next = diagram.lanes[diagram.lanes.indexOf(lane ?? '') + by];
  const first = diagram.steps.find((candidate) => candidate.lane === next);
  return first === undefined ? standing : standOn(diagram, first.stepType);
}

/**
 * Where a key leads: right along the first next action and left back along one that leads here; up and down through the
 * other steps that could have been reached the same way; Page up and Page down to the lane before and after; Home and End to
 * the first and the last step. Null: not one of these keys.
 */
export function walkSteps(diagram: Diagram, standing: Standing, key: string): Standing | null {
  switch (key) {
    case 'ArrowRight':
      return standOnFirst(targetsOf(diagram, standing.step), standing);
    case 'ArrowLeft':
      return standOnFirst(originsOf(diagram, standing.step), standing);
    case 'ArrowDown':
      return standBeside(standing, 1);
    case 'ArrowUp':
      return standBeside(standing, -1);
    case 'PageDown':
      return standInLane(diagram, standing, 1);
    case 'PageUp':
      return standInLane(diagram, standing, -1);
    case 'Home':
    case 'End': {
      const step = diagram.steps.at(key === 'Home' ? 0 : -1)?.stepType;
      return step === undefined ? standing : standOn(diagram, step);
    }
    default:
      return null;
  }
}
