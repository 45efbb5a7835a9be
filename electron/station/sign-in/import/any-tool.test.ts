/** Four hundred invented lists and more, of twelve tools: who is expected of them, and who is not. */
import { describe, expect, test } from 'vitest'
import { KEPT, KEPT_AT_FIRST, TOOL_NAMES, toolList, TUNED } from '../../../../test/fixtures/delegates/any-tool.ts'
import { inLane, SEED } from '../../../../test/support/lane.ts'
import { readList } from '../../../../test/support/read-list.ts'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { drain } from '../../../slices.ts'
import { countsOf, workingOut } from './outcome.ts'

const LISTS = inLane(144, 3600)
const AGAINST = {
  event: { sectors: [], tables: [] },
  listed: [],
  similar: () => [],
  corrected: () => new Set<string>(),
} as const

/** Who of so many lists was expected and should not be, or should be and was not. */
function measure(phrases: typeof TUNED) {
  const told = { right: 0, wrong: [] as string[], lost: [] as string[], lists: 0 }
  for (let index = 0; index < LISTS; index++) {
    const { tool, csv, people } = toolList(index + (SEED % 1000) * TOOL_NAMES.length, phrases)
    const table = readList('list.csv', new TextEncoder().encode(csv))
    if (table.kind === 'error') throw new Error(`${tool}: ${table.sentence}`)
    const outcome = drain(workingOut(table, AS_FOUND, { ...AGAINST, event: { sectors: [], tables: [] } }))
    const { rows, added, repeated, duplicates, faulty } = countsOf(outcome)
    expect([tool, rows, added + repeated + duplicates + faulty]).toEqual([tool, people.length, people.length])
    const names = outcome.matched.adds.map(({ values }) => values.name)
    for (const { name, comes, said } of people) {
      const isExpected = names.includes(name)
      if (comes && isExpected) told.right += 1
      else if (comes) told.lost.push(`${tool}: “${said}”`)
      else if (isExpected) told.wrong.push(`${tool}: “${said}”`)
    }
    for (const name of names)
      if (!people.some((one) => one.name === name)) told.wrong.push(`${tool}: nobody is called ${name}`)
    told.lists += 1
  }
  return told
}

describe('lists of twelve tools, invented', () => {
  test.each([
    ['the tools’ own words, and the phrases that the rules were made by', TUNED],
    ['phrases that were kept apart at first', KEPT_AT_FIRST],
    ['phrases that no rule was made by', KEPT],
  ])('%s', (what, phrases) => {
    const { right, wrong, lost, lists } = measure(phrases)
    const percent = (share: number) => `${(share * 100).toFixed(2)} %`
    process.stdout.write(
      `${what}: ${lists} lists; precision ${percent(right / (right + wrong.length))}, recall ${percent(right / (right + lost.length))}\n`,
    )
    for (const miss of new Set([
      ...wrong.map((one) => `comes and should not: ${one}`),
      ...lost.map((one) => `lost: ${one}`),
    ]))
      process.stdout.write(`${miss}\n`)
    expect([...wrong, ...lost]).toEqual([])
  })
})
