import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { readDelegates } from '../../../../test/support/read-delegates.ts'
import { readList } from '../../../../test/support/read-list.ts'
import { recogniseMapping } from './mapping.ts'

test('good rows are left out by their number, and all that the workbook hides at once', () => {
  const list = readList('list.xlsx', readFileSync(new URL('../../../../test/cases/hidden-row.xlsx', import.meta.url)))
  if (list.kind === 'error') throw new Error(list.sentence)
  const namesWithout = (fixes: Partial<typeof AS_FOUND.fixes>) => {
    const { candidates, leftOut, faulty, rows, notices } = readDelegates(
      list,
      recogniseMapping(list.headings, []),
      { sectors: [] },
      { ...AS_FOUND.fixes, ...fixes },
    )
    expect(candidates.length + leftOut + faulty).toBe(rows)
    // It is noted as long as it is read.
    expect(notices.some(({ mark }) => mark === 'hidden')).toBe(fixes.withoutMarked?.includes('hidden') !== true)
    return candidates.map(({ name }) => name)
  }
  expect(namesWithout({})).toEqual(['Ada Okafor', 'Grace Bello', 'Tom Nwosu'])
  expect(namesWithout({ withoutMarked: ['hidden'] })).toEqual(['Ada Okafor', 'Tom Nwosu'])
  expect(namesWithout({ withoutMarked: ['struck'] })).toHaveLength(3)
  expect(namesWithout({ without: [2, 4] })).toEqual(['Grace Bello'])
})
