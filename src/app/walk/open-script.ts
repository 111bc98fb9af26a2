import type { PlayedCase } from '#cases/played-case.ts';
import type { Problem } from '#model/finding.ts';
import { runScript } from '#pipeline/play-script.ts';
import type { WalkRules } from '#pipeline/walk-case.ts';

/** A script as a case, played as far as the workspace lets it; null where it could not be read. */
export interface OpenedScript {
  readonly played: PlayedCase | null;
  readonly problems: readonly Problem[];
}

/** Reads a script and plays it. Whatever is wrong is told with the line it stands in. */
export function openScript(rules: WalkRules, file: string, text: string): OpenedScript {
  const { case: played, problems, stop } = runScript(rules, text);
  const at = (row: number, severity: Problem['severity'], message: string): Problem => ({
    severity,
    file,
    row,
    column: '',
    message,
  });
  const stops =
    stop === null
      ? []
      : [
          at(
            stop.line,
            'error',
            `The case was played up to here. Entry ${stop.entry} of “steps” is not possible: ${stop.reasons.join(' ')}`,
          ),
        ];
  return {
    played,
    problems: [...problems.map(({ line, severity, message }) => at(line, severity, message)), ...stops],
  };
}
