/** A table as paper says it. Pure. */

/** Under a heading that says “Table” already. */
export const underTable = (table: string): string => table.replace(/^table\s+(?=\S)/iu, '')

/** By itself: a bare number says nothing. `Table 3`, `Blue Room`. */
export const tableWords = (table: string): string => (/^\d+\s?\p{L}?$/u.test(table) ? `Table ${table}` : table)
