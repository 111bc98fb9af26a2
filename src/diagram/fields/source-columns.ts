import { MAPPING_STATUSES, SOURCE_KINDS, USES } from '#model/words.ts';
import { type FieldColumn, type FieldMark, flagText, joinList } from './field-column.ts';
import { findingsText, worstMark } from './finding-texts.ts';
import { STANDING_MARKS } from './mapping-standing.ts';
import type { SourceRow } from './source-rows.ts';

type Column = FieldColumn<SourceRow>;

const written = (
  cell: string,
  title: string,
  width: number,
  more: Partial<Column> & Pick<Column, 'description'>,
): Column => ({ id: cell, title, width, kind: 'text', cell, text: ({ texts }) => texts(cell), ...more });

const statusMark = ({ source }: SourceRow): FieldMark => STANDING_MARKS[source.status];

/** The columns of the sources of every kind: what the file holds, then what is worked out. */
export const SOURCE_COLUMNS: readonly FieldColumn<SourceRow>[] = [
  written('fact', 'Fact', 230, { description: 'Key of the fact that is recorded here.' }),
  written('kind', 'Kind', 130, { words: SOURCE_KINDS, description: 'What sort of place it is.' }),
  written('step_type', 'Step type', 150, { description: 'The step, or empty for every step with the form.' }),
  written('form', 'Form', 120, { description: 'The form of a question.' }),
  written('question', 'User code', 150, { description: 'The question, by its user code.' }),
  written('ref', 'Refers to', 170, { description: 'Next action, date, field or facts, as the kind needs.' }),
  written('use', 'Use', 110, {
    words: USES,
    description: 'What the return does with the place. Empty: feeds where the fact belongs to an item.',
    text: ({ texts, source }) => texts('use') || source.use,
  }),
  written('order', 'Precedence', 100, {
    kind: 'number',
    isNumeric: true,
    description: 'Which place the return reads first, among those that feed.',
  }),
  written('assured', 'Assured', 100, {
    kind: 'flag',
    description: 'Whether it is surely recorded. Empty: worked out.',
    text: ({ texts }) => flagText(texts('assured')),
  }),
  written('status', 'Status', 130, {
    words: MAPPING_STATUSES,
    description: 'How far the mapping is confirmed. Empty: suggested.',
    text: ({ texts, source }) => texts('status') || source.status,
    mark: statusMark,
  }),
  written('by', 'By', 120, { description: 'Who said so.' }),
  written('on', 'On', 110, { description: 'When.' }),
  written('why', 'Why', 260, { kind: 'words', description: 'The reason.' }),
  {
    id: 'fact_name',
    title: 'Fact name',
    description: 'Name of the fact.',
    width: 210,
    kind: 'readonly',
    cell: null,
    text: ({ fact }) => fact?.name ?? '',
  },
  {
    id: 'place',
    title: 'Place',
    description: 'Where the fact is recorded, in words.',
    width: 300,
    kind: 'readonly',
    cell: null,
    text: ({ place }) => place,
  },
  {
    id: 'items',
    title: 'Items fed',
    description: 'Items of the chosen return, with CBDS number.',
    width: 190,
    kind: 'link',
    cell: null,
    list: true,
    text: ({ items }) => joinList(items.map(({ tag, cbds }) => (cbds === '' ? tag : `${cbds} ${tag}`))),
  },
  {
    id: 'findings',
    title: 'Findings',
    description: 'Findings about the fact at this place.',
    width: 200,
    kind: 'link',
    cell: null,
    isNumeric: true,
    text: ({ findings }) => findingsText(findings),
    mark: ({ findings }) => worstMark(findings),
  },
];
