import {
  DECISIONS,
  FACT_KINDS,
  MAPPING_STATUSES,
  MOMENTS,
  ROLES,
  RULE_TYPES,
  SCOPES,
  SOURCE_KINDS,
  SUBJECTS,
  USES,
} from '#model/words.ts';
import { type Column, column, columns, type Shape } from './shape.ts';

const WHO_AND_WHY: readonly Column[] = [column('by'), column('on', 'date'), column('why')];

export const FACTS: Shape = {
  file: 'mappings/facts.csv',
  row: 'fact',
  need: 'optional',
  without: '',
  columns: [
    column('!fact', 'key'),
    column('name'),
    column('subject', 'word', SUBJECTS),
    column('!scope', 'word', SCOPES),
    column('kind', 'word', FACT_KINDS),
    ...columns('protected definition'),
  ],
};

export const SOURCES: Shape = {
  file: 'mappings/sources.csv',
  row: 'source',
  need: 'warning',
  without: 'nothing is known of where facts are recorded',
  columns: [
    column('!fact', 'ref'),
    column('!kind', 'word', SOURCE_KINDS),
    ...columns('step_type form question ref', 'ref'),
    column('use', 'word', USES),
    column('order', 'number'),
    column('assured', 'flag'),
    column('status', 'word', MAPPING_STATUSES),
    ...WHO_AND_WHY,
  ],
};

export const EVENTS: Shape = {
  file: 'mappings/events.csv',
  row: 'event',
  need: 'warning',
  without: 'no item of a return is ever due',
  columns: [...columns('!event !step_type', 'ref'), column('!moment', 'word', MOMENTS), column('next_action', 'ref')],
};

export const CODES: Shape = {
  file: 'mappings/codes.csv',
  row: 'code',
  need: 'optional',
  without: '',
  columns: [
    column('!lookup', 'ref'),
    column('!answer'),
    ...columns('!code_set !code', 'ref'),
    column('status', 'word', MAPPING_STATUSES),
    ...WHO_AND_WHY,
  ],
};

export const REVIEWS: Shape = {
  file: 'mappings/reviews.csv',
  row: 'decision',
  need: 'optional',
  without: '',
  columns: [
    column('!finding', 'key'),
    column('!decision', 'word', DECISIONS),
    column('reason'),
    column('by'),
    column('on', 'date'),
  ],
};

/** The files of a return stand in `mappings/returns/<id>/`, under these names. */
export const RETURN_ITEMS: Shape = {
  file: 'items.csv',
  row: 'item',
  need: 'error',
  without: 'the return has no items',
  columns: [
    column('!item', 'key'),
    ...columns('tag path module name cbds'),
    column('!format', 'text'),
    column('code_set', 'ref'),
    ...columns('min max'),
    ...columns('event', 'ref'),
    column('condition'),
    column('!fact', 'ref'),
    column('child_protection', 'flag'),
    ...columns('confidence source'),
  ],
};

export const RETURN_CODES: Shape = {
  file: 'codes.csv',
  row: 'code',
  need: 'warning',
  without: 'no coded item of the return can be checked',
  columns: [...columns('!code_set !code', 'key'), column('label')],
};

export const RETURN_RULES: Shape = {
  file: 'rules.csv',
  row: 'rule',
  need: 'optional',
  without: '',
  columns: [column('!rule', 'key'), column('type', 'word', RULE_TYPES), column('items', 'list'), column('says')],
};

export const RETURN_EVENTS: Shape = {
  file: 'events.csv',
  row: 'event',
  need: 'warning',
  without: 'no item of the return is ever due',
  columns: [column('!event', 'key'), column('name'), column('default_roles', 'words', ROLES)],
};
