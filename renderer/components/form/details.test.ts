/** Records as they are typed and corrected: a pledge, somebody on the list, an action and an idea, all by the same few lines. */
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { actionDetails, type ActionView, ideaDetails, type IdeaView } from '../../../shared/domain/action.ts'
import { delegateDetails, type DelegateView } from '../../../shared/domain/delegate.ts'
import { pledgeDetails, type PledgeView } from '../../../shared/domain/pledge.ts'
import { checkTyped, readLike } from './check.ts'
import { correctionOf, detailsTyped, typedOf } from './details.ts'

const kept = {
  origin: 'screen' as const,
  card: '',
  entered: '2023-12-12T09:00:00.000Z',
  status: 'live' as const,
  withdrawnReason: '',
  made: '2023-12-12T10:00:00.000Z',
  changed: '2023-12-12T10:00:00.000Z',
}
const pledge: PledgeView = {
  ...kept,
  id: '0197a2b0-0000-7000-8000-000000000002',
  otherReferences: '',
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
}
const ewa: DelegateView = {
  id: '0197a2b0-0000-7000-8000-000000000001',
  name: 'Ewa Kaur',
  listName: '',
  organisation: 'Meriden Motors',
  area: 'Workshops',
  role: '',
  sector: 'business',
  email: 'ewa@example.org',
  table: '',
  walkIn: false,
  withdrawn: false,
  presence: 'here',
  since: '2023-12-12T09:12:00.000Z',
  atStation: 'West door',
  note: '',
}
const place = { session: 'workshop-1', table: 'table-7', reference: '7K3QF9W' }
const action: ActionView = {
  ...kept,
  ...place,
  id: '0197a2b0-0000-7000-8000-000000000003',
  title: 'Leisure passes for every child in our care',
  owner: '',
  organisation: 'Leisure services',
  area: 'Swimming',
  timescale: '',
  due: null,
  dueDerived: false,
  measure: '',
  priority: 'home',
  voice: '',
}
const idea: IdeaView = {
  ...kept,
  ...place,
  id: '0197a2b0-0000-7000-8000-000000000004',
  question: 'q',
  text: 'Ring them up',
  name: 'Ewa',
  organisation: '',
  area: '',
}
const NOTHING = { ok: false, errors: [], words: 'Nothing has been changed yet.' }
const idsOf = (checked: ReturnType<typeof checkTyped>) => (checked.ok ? [] : checked.errors.map(({ id }) => id))
/** What becomes of a correction to a record when it is handed over. */
const correcting =
  <Begun extends { reason: string }>({ begun, schema }: { begun: Begun; schema: z.ZodType }, prefix: string) =>
  (typed: Partial<Begun>) =>
    checkTyped(schema, { ...begun, ...typed }, prefix)

describe('correcting a pledge', () => {
  const typed = correcting(correctionOf(pledgeDetails, pledge), 'pledge')
  const reason = 'They rang'

  test('they ring to say that it is six placements, by the spring', () => {
    expect(typed({ reason, quantity: '6', timescale: 'spring term' })).toEqual({
      ok: true,
      value: { quantity: 6, timescale: { kind: 'words', words: 'spring term' }, reason },
    })
  })

  test('they are not sure any more how many, nor when', () => {
    expect(typed({ reason, quantity: '', timescale: ' ' })).toEqual({
      ok: true,
      value: { quantity: null, timescale: { kind: 'open' }, reason },
    })
  })

  test('opened and saved without a change, nothing is sent: no day is worked out anew', () => {
    expect(typed({ reason })).toEqual(NOTHING)
  })

  test('a priority is chosen, and taken out again', () => {
    expect(typed({ reason, priority: 'home' })).toMatchObject({ ok: true, value: { priority: 'home' } })
    const served = correcting(correctionOf(pledgeDetails, { ...pledge, priority: 'home' }), 'pledge')
    expect(served({ priority: '', reason: 'Mistake' })).toMatchObject({ ok: true, value: { priority: null } })
  })

  test('they may not be contacted any more', () => {
    expect(typed({ reason, mayContact: false })).toEqual({ ok: true, value: { mayContact: false, reason } })
  })

  test('“a few” is no number, none is not one either, and both are said beside the field', () => {
    for (const quantity of ['a few', '0', '2.5', '10000'])
      expect(idsOf(typed({ reason, quantity })), quantity).toEqual(['pledge-quantity'])
    expect(typed({ reason, quantity: '1,200' })).toMatchObject({ value: { quantity: 1200 } })
  })

  test('wording may not be emptied, and the reason may not be left out', () => {
    expect(idsOf(typed({ wording: ' ' }))).toEqual(['pledge-wording', 'pledge-reason'])
  })
})

describe('correcting somebody on the list', () => {
  const typed = correcting(correctionOf(delegateDetails, ewa), 'delegate')

  test('only what was changed is sent, tidied, with the reason', () => {
    expect(typed({ name: ' Ewa  Kaur-Bell ', reason: 'She told us' })).toEqual({
      ok: true,
      value: { name: 'Ewa Kaur-Bell', reason: 'She told us' },
    })
  })

  test('an e-mail address and a service area can be taken out again', () => {
    expect(typed({ email: '', area: ' ', reason: 'She asked' })).toEqual({
      ok: true,
      value: { email: '', area: '', reason: 'She asked' },
    })
  })

  test('nothing changed is nothing to send, whatever the reason says', () => {
    expect(typed({ name: 'Ewa Kaur ', reason: 'Because' })).toEqual(NOTHING)
  })

  test('a change without a reason, without a name or with half an address is asked about, each beside its field', () => {
    expect(idsOf(typed({ name: '', email: 'ewa@' }))).toEqual(['delegate-name', 'delegate-email', 'delegate-reason'])
    expect(typed({ role: 'Vice chair' })).toMatchObject({
      errors: [{ id: 'delegate-reason', message: 'Say briefly why' }],
    })
  })
})

test('two things wrong with one field are said one after the other', () => {
  const typed = correcting(correctionOf(delegateDetails, ewa), 'delegate')
  expect(typed({ email: 'x'.repeat(300), reason: 'She asked' })).toMatchObject({
    errors: [
      { id: 'delegate-email', message: 'This is 46 characters too long. Shorten it to 254 characters or fewer' },
    ],
  })
})

describe('closing the gaps of an action after the workshop', () => {
  const typed = correcting(correctionOf(actionDetails, action), 'action')

  test('the head of sport rings with an owner, a date and a measure', () => {
    const said = { owner: 'Head of Sport', area: 'Sport', measure: '370 passes used', reason: 'They rang' }
    expect(typed({ ...said, timescale: '31 March 2024' })).toEqual({
      ok: true,
      value: { ...said, timescale: { kind: 'words', words: '31 March 2024' } },
    })
  })

  test('nothing changed is nothing to send; an empty title and no reason are asked about', () => {
    expect(typed({})).toEqual(NOTHING)
    expect(idsOf(typed({ title: '' }))).toEqual(['action-title', 'action-reason'])
  })
})

test('a name that should not stand under an idea is taken out', () => {
  const typed = correcting(correctionOf(ideaDetails, idea), 'idea')
  expect(typed({ name: '', area: 'Youth', reason: 'She asked' })).toEqual({
    ok: true,
    value: { name: '', area: 'Youth', reason: 'She asked' },
  })
  expect(typed({})).toEqual(NOTHING)
})

test('an action that is written at a table is read whole, and its day is left to the station', () => {
  expect(checkTyped(detailsTyped(actionDetails), typedOf(actionDetails, action), 'action')).toEqual({
    ok: true,
    value: {
      title: action.title,
      owner: '',
      organisation: 'Leisure services',
      area: 'Swimming',
      timescale: { kind: 'open' },
      measure: '',
      priority: 'home',
      voice: '',
    },
  })
})

describe('what was left half-written', () => {
  const { begun } = correctionOf(pledgeDetails, pledge)

  test('comes back as it was typed', () => {
    const left = { ...begun, wording: 'Two', mayContact: false }
    expect(readLike(begun, JSON.parse(JSON.stringify(left)))).toEqual(left)
  })

  test('comes back as far as it can be read; the rest is as the record has it, and is no change', () => {
    expect(readLike(begun, { wording: 'Two', mayContact: 'yes', quantity: 7, gone: 'x' })).toEqual({
      ...begun,
      wording: 'Two',
    })
  })

  test('and what is no form is none', () => {
    for (const body of [null, '?', 7, ['Two']]) expect(readLike(begun, body)).toBeNull()
  })
})
