/** In which order the files run: those that took longest before go first, so that no core waits for a long last one. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { readBudget } from './budget.ts'

/** A new file is taken for a middling one. Seconds. */
const UNKNOWN = 5

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const budget = readBudget()
    const lasts = (file: TestSpecification) => budget.get(file.moduleId) ?? UNKNOWN
    const group = (file: TestSpecification) => file.project.config.sequence.groupOrder
    return files.toSorted((a, b) => group(a) - group(b) || lasts(b) - lasts(a))
  }
}
