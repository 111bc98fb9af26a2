/** A database that the queries can be written for. PostgreSQL serves to try them out; Mosaic runs on the other two. */
export interface Dialect {
  readonly name: 'mssql' | 'oracle' | 'postgres';
  readonly says: string;
  /** What stands before a query to name the period. */
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly text: (value: string) => string;
  readonly dateText: (value: string) => string;
  readonly length: (value: string) => string;
  /** True for a text that says something. */
  readonly isSaid: (value: string) => string;
}

const DIALECTS: readonly Dialect[] = [
  {
    name: 'mssql',
    says: 'Microsoft SQL Server',
    period: "DECLARE @FROM_DATE date = '2025-04-01', @TO_DATE date = '2026-04-01';",
    from: '@FROM_DATE',
    to: '@TO_DATE',
    text: (value) => `CAST(${value} AS varchar(4000))`,
    dateText: (value) => `CONVERT(varchar(30), ${value}, 126)`,
    length: (value) => `LEN(${value})`,
    isSaid: (value) => `${value} <> ''`,
  },
  {
    name: 'oracle',
    says: 'Oracle',
    period: "DEFINE FROM_DATE = '2025-04-01'\nDEFINE TO_DATE = '2026-04-01'",
    from: "DATE '&FROM_DATE'",
    to: "DATE '&TO_DATE'",
    text: (value) => `CAST(${value} AS VARCHAR2(4000))`,
    dateText: (value) => `TO_CHAR(${value}, 'YYYY-MM-DD"T"HH24:MI:SS')`,
    length: (value) => `LENGTH(${value})`,
    // To Oracle an empty text is no text at all.
    isSaid: (value) => `${value} IS NOT NULL`,
  },
  {
    name: 'postgres',
    says: 'PostgreSQL',
    period: '',
    from: "DATE '2025-04-01'",
    to: "DATE '2026-04-01'",
    text: (value) => `CAST(${value} AS varchar(4000))`,
    dateText: (value) => `TO_CHAR(${value}, 'YYYY-MM-DD"T"HH24:MI:SS')`,
    length: (value) => `LENGTH(${value})`,
    isSaid: (value) => `${value} <> ''`,
  },
];

/** The dialect of a name; undefined for none. */
export const findDialect = (name: string): Dialect | undefined => DIALECTS.find((each) => each.name === name);
