import { describe, expect, test } from 'vitest'
import type { PledgeView } from '../../../../shared/domain/pledge.ts'
import { checkPledge, pledgeFormOf, readPledgeForm } from './pledge-form.ts'

const pledge: PledgeView = {
  id: '0197a2b0-0000-7000-8000-000000000002',
  reference: '7K3QF9W',
  byKind: 'organisation',
  delegate: null,
  name: 'K. Okonkwo-Bell',
  organisation: 'Meriden Motors',
  area: '',
  sector: 'business',
  type: 'work-experience',
  wording: 'Two weeks in the workshop',
  quantity: 4,
  timescale: 'summer term',
  due: '2024-07-19',
  dueDerived: true,
  priority: null,
  mayContact: true,
  email: 'k@example.org',
  showName: false,
  status: 'live',
  withdrawnReason: '',
  made: '2023-12-12T10:00:00.000Z',
  changed: '2023-12-12T10:00:00.000Z',
}
const typed = (change: Partial<ReturnType<typeof pledgeFormOf>>) =>
  checkPledge(pledge, { ...pledgeFormOf(pledge), reason: 'They rang', ...change })

describe('correcting a pledge', () => {
  test('they ring to say that it is six placements, by the spring', () => {
    expect(typed({ quantity: '6', timescale: 'spring term' })).toEqual({
      ok: true,
      value: { quantity: 6, timescale: { kind: 'words', words: 'spring term' }, reason: 'They rang' },
    })
  })

  test('they are not sure any more how many, nor when', () => {
    expect(typed({ quantity: '', timescale: ' ' })).toEqual({
      ok: true,
      value: { quantity: null, timescale: { kind: 'open' }, reason: 'They rang' },
    })
  })

  test('opened and saved without a change, nothing is sent: no day is worked out anew', () => {
    expect(typed({})).toBeNull()
  })

  test('a priority is chosen, and taken out again', () => {
    expect(typed({ priority: 'home' })).toMatchObject({ ok: true, value: { priority: 'home' } })
    const served = { ...pledge, priority: 'home' }
    expect(checkPledge(served, { ...pledgeFormOf(served), priority: '', reason: 'Mistake' })).toMatchObject({
      ok: true,
      value: { priority: null },
    })
  })

  test('“a few” is no number, none is not one either, and both are said beside the field', () => {
    for (const quantity of ['a few', '0', '2.5', '10000']) {
      const checked = typed({ quantity })
      expect(checked?.ok === false && checked.faults.map((fault) => fault.id), quantity).toEqual(['pledge-quantity'])
    }
    expect(typed({ quantity: '1,200' })).toMatchObject({ value: { quantity: 1200 } })
  })

  test('wording may not be emptied, and the reason may not be left out', () => {
    const checked = typed({ wording: ' ', reason: '' })
    expect(checked?.ok === false && checked.faults.map((fault) => fault.id)).toEqual([
      'pledge-wording',
      'pledge-reason',
    ])
  })

  test('what was left half-written comes back', () => {
    expect(readPledgeForm({ wording: 'Two weeks', mayContact: 'yes' })).toMatchObject({
      wording: 'Two weeks',
      mayContact: false,
      quantity: '',
    })
  })
})
