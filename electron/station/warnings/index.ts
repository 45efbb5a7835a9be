/** Warnings of disk and clock: what is wrong now, and when it began or ended. */
export { lineOf, nameOf } from './names.ts'
export { systemProbe, type SystemProbe } from './system-probe.ts'
export { createWarningWatch } from './watch.ts'
