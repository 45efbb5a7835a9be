/** Chance, for tests that say what holds whatever comes: the lane decides where it begins and how often it is tried. */
import fc, { configureGlobal } from 'fast-check'
import { inLane, SEED } from './lane.ts'

/** How often a property is tried, which is `usual` times in the usual lane and fifty times as often in the long one. */
export const runs = (usual: number): number => usual * inLane(1, 50)

configureGlobal({ seed: SEED, numRuns: runs(100) })

export { fc }
