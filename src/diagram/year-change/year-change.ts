import type { Audit } from '#model/audit.ts';
import type { DataReturn } from '#model/data-return.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import { type CodeChanges, codeChanges } from './code-changes.ts';
import { type EventChanges, eventChanges } from './event-changes.ts';
import { type ItemChanges, itemChanges, type RuleChanges, ruleChanges } from './item-changes.ts';
import { type MappingChanges, mappingChanges } from './mapping-changes.ts';
import { type StatusChanges, statusChanges } from './status-changes.ts';

/** A workspace seen through one year of a return; the audit is null while it is not there yet. */
export interface YearSide {
  readonly index: WorkspaceIndex;
  readonly audit: Audit | null;
}

/** What another year of a return changes for a workspace. Nothing of either year is left out. */
export interface YearChange {
  readonly from: DataReturn | null;
  readonly to: DataReturn | null;
  readonly items: ItemChanges;
  readonly rules: RuleChanges;
  readonly mappings: MappingChanges;
  readonly codes: CodeChanges;
  readonly events: EventChanges;
  /** null while one of the audits is not there. */
  readonly statuses: StatusChanges | null;
  readonly summary: YearSummary;
}

/** The change in numbers. */
export interface YearSummary {
  readonly itemsAdded: number;
  readonly itemsRemoved: number;
  readonly itemsChanged: number;
  readonly itemsSame: number;
  readonly factsNewlyDue: number;
  /** Facts newly due that no mapping feeds. */
  readonly factsWithoutSource: number;
  readonly factsNoLongerDue: number;
  readonly mappingsCarriedOver: number;
  readonly mappingsFeedingNothing: number;
  readonly codeSetsChanged: number;
  /** Answers that lead to codes of the old year and to none of the new, where the new year still asks. */
  readonly answersWithoutCode: number;
  readonly eventsAdded: number;
  /** Added events that the workspace has no place for. */
  readonly eventsWithoutPlace: number;
  readonly rulesChanged: number;
  /** null while one of the audits is not there. */
  readonly itemsWorse: number | null;
}

type Parts = Omit<YearChange, 'from' | 'to' | 'summary'>;

function summarise({ items, rules, mappings, codes, events, statuses }: Parts): YearSummary {
  const retired = codes.sets.filter(({ isAsked }) => isAsked).flatMap((set) => set.retiredAnswers);
  return {
    itemsAdded: items.added.length,
    itemsRemoved: items.removed.length,
    itemsChanged: items.changed.length,
    itemsSame: items.same.length,
    factsNewlyDue: mappings.newlyDue.length,
    factsWithoutSource: mappings.newlyDue.filter(({ isFed }) => !isFed).length,
    factsNoLongerDue: mappings.noLongerDue.length,
    mappingsCarriedOver: mappings.groups.carriesOver.length,
    mappingsFeedingNothing: mappings.groups.feedsNothing.length,
    codeSetsChanged: codes.sets.length,
    answersWithoutCode: retired.filter(({ stillLeadsTo }) => stillLeadsTo.length === 0).length,
    eventsAdded: events.added.length,
    eventsWithoutPlace: events.added.filter(({ places }) => places.length === 0).length,
    rulesChanged: rules.added.length + rules.removed.length + rules.changed.length,
    itemsWorse: statuses === null ? null : statuses.worse.length,
  };
}

/** Holds two years of a return against each other over one workspace, whose own files are those of the new side. */
export function yearChange(from: YearSide, to: YearSide): YearChange {
  const parts: Parts = {
    items: itemChanges(from.index, to.index),
    rules: ruleChanges(from.index, to.index),
    mappings: mappingChanges(from.index, to.index),
    codes: codeChanges(from.index, to.index),
    events: eventChanges(from.index, to.index),
    statuses: from.audit === null || to.audit === null ? null : statusChanges(to.index, from.audit, to.audit),
  };
  return { from: from.index.dataReturn, to: to.index.dataReturn, ...parts, summary: summarise(parts) };
}
