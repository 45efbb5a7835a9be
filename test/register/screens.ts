/** The register of screens: every page and dialog of the app, in every state that somebody looks at once in a run. */
import type { Register } from './gaps.ts'

export const REGISTER: Register = {
  screens: {},
  notLookedAt: {},
}
