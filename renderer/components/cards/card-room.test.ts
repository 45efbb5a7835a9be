import { expect, test } from 'vitest'
import { shippedPack } from '../../../test/support/test-station.ts'
import { cardRoom, PER_PAGE } from './card-room.ts'

test('every event that ships has two cards on a page and four, with each priority at least by what the strategy calls it', () => {
  for (const id of ['solihull-nec', 'wolverhampton-2010', 'staffordshire-promises'] as const) {
    const pack = shippedPack(id)
    for (const perPage of PER_PAGE) expect(cardRoom(pack, perPage)?.priorities).toHaveLength(pack.priorities.length)
  }
})

test('where there are too many kinds or their titles are long, fewer stand on a page, and one always does', () => {
  const pack = shippedPack()
  const [type] = pack.pledgeTypes
  const [priority] = pack.priorities
  if (type === undefined || priority === undefined) throw new Error('The pack has both')
  const long = {
    pledgeTypes: Array.from({ length: 16 }, () => ({ ...type, title: 'W'.repeat(60) })),
    priorities: Array.from({ length: 20 }, () => ({ ...priority, label: 'W'.repeat(60), title: 'W'.repeat(200) })),
  }
  expect(PER_PAGE.map((perPage) => cardRoom(long, perPage) !== null)).toEqual([false, false, true])
  expect(cardRoom(long, 1)?.priorities[0]?.words).toHaveLength(60)
})
