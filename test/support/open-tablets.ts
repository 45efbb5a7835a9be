/** The tablets that stand open in this process and their faults so far, for whoever must say what is on their screens. */
import type { BrowserContext } from 'playwright-core'

export const openTablets = new Map<BrowserContext, readonly string[]>()
