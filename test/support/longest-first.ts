/**
 * In which order the files run: those that took longest before go first, so that no core waits for a long last one. The long lane
 * draws another order by its seed: files of a project share a process, and none may stand on what another left there.
 */
import { createHash } from 'node:crypto'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { readBudget } from './budget.ts'
import { isLong, SEED } from './lane.ts'

/** A new file goes first, as nobody knows how long it takes: a long one that began last would run alone. Seconds. */
const UNKNOWN = 3600

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const budget = readBudget()
    const drawn = (file: TestSpecification) =>
      createHash('sha256').update(`${SEED} ${file.moduleId}`).digest().readUInt32BE()
    const rank = isLong ? drawn : (file: TestSpecification) => -(budget.get(file.moduleId) ?? UNKNOWN)
    const group = (file: TestSpecification) => file.project.config.sequence.groupOrder
    return files.toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b))
  }
}
