import { describe, expect, test } from 'vitest'
import type { FollowUpNumbers, LikeGroup } from '../../../../shared/contract/follow-up.ts'
import { scaleOf } from '../../../components/numbers/scale.ts'
import { groupState, leftOutWords, monthRows, offerLine, ownerRows, whoWords } from './follow-up-words.ts'
import { groupAddress, sectorIn } from './group-address.ts'

const group: LikeGroup = {
  type: 'work-experience',
  sector: 'business',
  offers: 4,
  joined: 0,
  quantity: 8,
  confirmed: null,
}
const confirmed = { name: 'Placements', by: 'Ines', at: '2023-12-12T12:00:00Z', isDisputed: false }

describe('a group', () => {
  test('says how far it is: to confirm, more to join, together, or named twice', () => {
    const words = (more: Partial<LikeGroup>) => groupState({ ...group, ...more }).words
    expect(words({})).toBe('To confirm')
    expect(words({ joined: 3, confirmed })).toBe('1 more to join')
    expect(words({ joined: 4, confirmed })).toBe('Together')
    expect(words({ joined: 4, confirmed: { ...confirmed, isDisputed: true } })).toBe('Named twice')
  })

  test('has an address also where no sector is known', () => {
    for (const sector of ['', 'business'])
      expect(sectorIn(groupAddress({ type: 'mentor', sector }).split('/').at(-1) ?? '')).toBe(sector)
  })
})

describe('an offer', () => {
  test('is told in a line, with what is known of it', () => {
    const pack = { pledgeTypes: [], sectors: [] }
    const offer = { quantity: null, timescale: '', due: null, reference: '7K3-QF9W' }
    expect(offerLine(pack, 'mentor', offer)).toBe('no date yet · 7K3-QF9W')
    expect(offerLine(pack, 'mentor', { ...offer, timescale: 'soon' })).toBe('“soon” · 7K3-QF9W')
    expect(offerLine(pack, 'mentor', { ...offer, due: '2024-03-31' })).toBe('by 31 March 2024 · 7K3-QF9W')
    expect(whoWords({ name: '', organisation: '' })).toBe('Without a name')
  })
})

test('who agreed and is not on the list is told, with what can be done', () => {
  expect(leftOutWords({ noAddress: 0, isProtected: 0 })).toEqual([])
  expect(leftOutWords({ noAddress: 1, isProtected: 2 })).toEqual([
    expect.stringMatching(/^1 pledge has no address/),
    expect.stringMatching(/^2 pledges are from young people or carers/),
  ])
})

describe('the bars', () => {
  const numbers = {
    owners: [
      { name: 'Head of Sport', actions: 3, dated: 2 },
      { name: '', actions: 2, dated: 1 },
    ],
    otherOwners: { owners: 40, actions: 90, dated: 50 },
    months: [
      { month: '2024-03', actions: 2, owned: 2 },
      { month: '', actions: 1, owned: 0 },
    ],
    laterMonths: { months: 1, actions: 60, owned: 10 },
  } as unknown as FollowUpNumbers

  test('are drawn to the largest that is named; all others together, and nobody, stand last', () => {
    expect(ownerRows(numbers)).toEqual([
      { name: 'Head of Sport', full: 2, hollow: 1 },
      { name: '40 others', full: 50, hollow: 40, rest: true },
      { name: 'Nobody yet', full: 1, hollow: 1 },
    ])
    expect(scaleOf(ownerRows(numbers))).toBe(3)
    expect(monthRows(numbers).map(({ name }) => name)).toEqual(['March 2024', '1 later month', 'No date yet'])
    expect(scaleOf(monthRows(numbers))).toBe(2)
  })
})
