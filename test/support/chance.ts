/** Chance, for tests that say what holds whatever comes: the lane decides where it begins and how often it is tried. */
import fc, { configureGlobal } from 'fast-check'
import { inLane, SEED } from './lane.ts'

/** How often a property is tried: `usual` times in the usual lane, in the long one fifty times as often where nothing else is said. */
export const runs = (usual: number, long = usual * 50): number => inLane(usual, long)

configureGlobal({ seed: SEED, numRuns: runs(100) })

export { fc }
