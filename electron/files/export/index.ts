/** Files on their way out: CSV, why one could not be made, and putting it on disk, or into a screen’s hands, whole or not at all. */
export { csvBytes, type CsvValue } from './csv.ts'
export { ExportError } from './export-error.ts'
export { whyNotAt, writeExport } from './write-file.ts'
export { wholeFile } from './whole-file.ts'
