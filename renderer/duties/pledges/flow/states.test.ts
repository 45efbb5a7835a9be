/** Whatever happens at a pledge screen, in whatever order: nobody is stuck, nothing is lost, nothing is sent twice. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEventPack } from '../../../../shared/domain/event-pack.ts'
import { fc } from '../../../../test/support/chance.ts'
import type { Made } from '../made.ts'
import { type Answers, NO_ANSWERS, STEPS } from '../questions/all.ts'
import { type Flow, NEW_FLOW, type PledgeDraft } from './flow.ts'
import { next } from './next.ts'
import { addressOf, openAt, type PledgeEvent, shows, type State } from './states.ts'
import { addressOf as addressOfStep } from './steps.ts'

const read = readEventPack(
  readFileSync(join(import.meta.dirname, '../../../../resources/event-packs/solihull-nec.json'), 'utf8'),
)
if (!read.ok) throw new Error('The pack of the NEC event cannot be read')
const { pack } = read

const ewa = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  name: 'Ewa Kaur',
  organisation: 'Meriden Motors',
  sector: '',
  emailHeld: false,
}
const answers: Answers = {
  ...NO_ANSWERS,
  by: 'delegate',
  person: ewa,
  type: 'mentor',
  wording: 'I will ring once a week.',
  howMany: { unsure: false, number: '1' },
  when: { ...NO_ANSWERS.when, choice: 'month' },
  mayContact: false,
  showName: false,
}
const whole: Flow = { ...NEW_FLOW, answers }
const madeOf = (flow: Flow, id = 'pledge-1'): Made => ({
  id: flow.amending?.id ?? id,
  leaf: '0123456789abcdef',
  reference: '7K3-QF9W',
  qr: 'pledge-kiosk:NEC-7K3QF9W',
  due: null,
  dueDerived: false,
  withdrawn: false,
  flow,
})
const after = (state: State, ...events: PledgeEvent[]): State =>
  events.reduce((before, event) => next(before, event, pack), state)
const fresh = after(openAt('/'), { type: 'looked', found: null })
const draft: PledgeDraft = { flow: whole, at: 'check' }
const checking = after(openAt('/'), { type: 'looked', found: draft }, { type: 'carry-on' })
const sending = after(checking, { type: 'make' })
const thanked = after(sending, { type: 'made', form: sending.form, made: madeOf(whole) })

describe('one person after another', () => {
  test('somebody begins, and whoever comes next begins with nothing of theirs', () => {
    const who = after(fresh, { type: 'begin' })
    expect([addressOf(fresh), addressOf(who), who.persons]).toEqual(['/', '/pledge/who', 1])
    const left = after(who, { type: 'onward', chosen: { type: 'person-chosen', person: ewa } }, { type: 'start-again' })
    expect(left).toMatchObject({ name: 'question', asking: 'start-again' })
    const gone = after(left, { type: 'sure' })
    expect(gone).toMatchObject({ name: 'leaving', how: 'clear', gone: true })
    expect([addressOf(gone), shows(gone)]).toEqual(['/', 'invitation'])
    // A press in that moment counts, once all is put away and the disk has nothing of anybody’s.
    const again = after(gone, { type: 'begin' }, { type: 'put-away' }, { type: 'looked', found: null })
    expect(again).toMatchObject({ name: 'question', step: 'who', persons: 2, flow: NEW_FLOW, made: [] })
  })

  test('whoever is asked about a draft and says no stands before the invitation, also if they had pressed it', () => {
    const asked = after(openAt('/'), { type: 'begin' }, { type: 'looked', found: draft })
    expect(asked.name).toBe('carry-on')
    const gone = after(asked, { type: 'start-afresh' })
    expect(gone).toMatchObject({ name: 'leaving', how: 'park', gone: true })
    expect(after(gone, { type: 'put-away' }, { type: 'looked', found: null }).name).toBe('invited')
  })

  test('a badge begins a pledge at the invitation and chooses who is asked; in the middle of a pledge it changes nothing', () => {
    const badge = (state: State, form = state.form): State =>
      after(state, { type: 'badge', form, chosen: { type: 'person-chosen', person: ewa } })
    expect(badge(fresh)).toMatchObject({ step: 'kind', persons: 1, flow: { answers: { person: ewa } } })
    expect(badge(after(fresh, { type: 'begin' }))).toMatchObject({ step: 'kind', persons: 1 })
    expect(badge(checking)).toBe(checking)
    // The station was slow, and whoever scanned it has gone.
    expect(badge(fresh, fresh.form - 1)).toBe(fresh)
    const notice = { tone: 'warn', words: 'Once more' } as const
    expect(after(fresh, { type: 'notice', form: fresh.form - 1, notice })).toBe(fresh)
    expect(after(fresh, { type: 'notice', form: fresh.form, notice })).toMatchObject({ step: 'who', notice })
  })

  test('after the thanks the same person makes another, changes one, or has finished', () => {
    expect([addressOf(thanked), shows(thanked)]).toEqual(['/pledge/thank-you', 'thanks'])
    const looked: PledgeEvent = { type: 'looked', found: null }
    const another = after(thanked, { type: 'another' }, looked)
    expect(another).toMatchObject({ name: 'question', step: 'kind', flow: { carried: true, answers: { person: ewa } } })
    expect(after(another, { type: 'back' })).toMatchObject({ name: 'leaving', gone: false })
    expect(after(another, { type: 'idle' }, { type: 'put-away' })).toMatchObject({ name: 'looking', made: [] })
    const amend = after(thanked, { type: 'amend' }, looked)
    expect(amend).toMatchObject({ name: 'question', step: 'check', flow: { amending: { id: 'pledge-1' } } })
    const finishing = after(thanked, { type: 'finish' })
    expect(shows(finishing)).toBe('thanks')
    expect(after(finishing, { type: 'put-away' }, looked)).toMatchObject({ name: 'invited', made: [] })
  })

  test('what is pressed on the page of thanks while a further pledge is still being thrown away is done afterwards', () => {
    const leaving = after(thanked, { type: 'another' }, { type: 'looked', found: null }, { type: 'back' })
    expect(shows(leaving)).toBe('thanks')
    const pressed = after(leaving, { type: 'another' }, { type: 'finish' })
    expect(after(pressed, { type: 'put-away' })).toMatchObject({ name: 'looking', address: '/pledge/kind' })
  })

  test('the answer to a pledge thanks nobody once whoever made it has gone', () => {
    const idle = after(sending, { type: 'idle' })
    const late: PledgeEvent = { type: 'made', form: sending.form, made: madeOf(whole) }
    expect(after(idle, late)).toBe(idle)
    const someone = after(idle, { type: 'put-away' }, { type: 'looked', found: null }, { type: 'begin' })
    expect(after(someone, late)).toBe(someone)
    const another = { ...sending, form: sending.form + 1 }
    expect(after(another, late)).toBe(another)
  })
})

describe('the browser’s own Back and Forward', () => {
  const went = (state: State, address: string) => after(state, { type: 'went', address })

  test('out of a pledge that is being written: it is asked first, and the question stays', () => {
    expect(went(checking, '/')).toMatchObject({ step: 'check', asking: 'start-again' })
  })

  test('out of an empty one: there is nothing to ask about', () => {
    expect(went(after(fresh, { type: 'begin' }), '/').name).toBe('invited')
  })

  test('from the thanks to the invitation: what was made is nobody else’s to see', () => {
    const gone = went(thanked, '/')
    expect([gone.name, shows(gone)]).toEqual(['finishing', 'invitation'])
    const begun = after(gone, { type: 'begin' }, { type: 'put-away' }, { type: 'looked', found: null })
    expect(begun).toMatchObject({ name: 'question', step: 'who', made: [] })
  })

  test('to a question past one that is missing: to that one', () => {
    const begun = after(fresh, { type: 'badge', form: fresh.form, chosen: { type: 'person-chosen', person: ewa } })
    expect(went(begun, '/pledge/check')).toMatchObject({ step: 'kind' })
    expect(addressOf(went(openAt('/pledge/check'), '/pledge/name'))).toBe('/pledge/name')
    expect(after(openAt('/pledge/check'), { type: 'looked', found: null }).name).toBe('invited')
  })

  test('from a further pledge to the thanks and forward again: the disk is asked what was left of it', () => {
    const further = after(thanked, { type: 'another' }, { type: 'looked', found: null })
    const thanks = went(further, '/pledge/thank-you')
    expect(thanks.name).toBe('thanked')
    expect(went(thanks, '/pledge/kind')).toMatchObject({ name: 'looking', start: { carried: true } })
  })

  test('nothing leads away while a pledge is on its way', () => {
    expect(went(sending, '/pledge/name')).toBe(sending)
  })
})

const form = fc.integer({ min: 0, max: 4 })
const event: fc.Arbitrary<PledgeEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<PledgeEvent>(
      { type: 'looked', found: null },
      { type: 'begin' },
      { type: 'onward' },
      { type: 'put-away' },
      { type: 'make' },
      { type: 'back' },
      { type: 'sure' },
    ),
  },
  fc.constantFrom<PledgeEvent>(
    { type: 'looked', found: draft },
    { type: 'carry-on' },
    { type: 'start-afresh' },
    { type: 'start-again' },
    { type: 'privacy' },
    { type: 'keep-going' },
    { type: 'idle' },
    { type: 'another' },
    { type: 'amend' },
    { type: 'finish' },
    { type: 'onward', chosen: { type: 'organisation-chosen' } },
    { type: 'onward', chosen: { type: 'anonymous-chosen' } },
  ),
  fc
    .constantFrom<Partial<Answers>>(answers, { type: 'something-else' }, { wording: '' }, { organisation: 'Elmdon' })
    .map((said): PledgeEvent => ({ type: 'answered', answers: said })),
  fc.constantFrom(...STEPS).map((step): PledgeEvent => ({ type: 'change', step })),
  fc
    .constantFrom('/', '/pledge/thank-you', '/pledge/nowhere', ...STEPS.map(addressOfStep))
    .map((address): PledgeEvent => ({ type: 'went', address })),
  form.map((of): PledgeEvent => ({ type: 'badge', form: of, chosen: { type: 'person-chosen', person: ewa } })),
  form.map((of): PledgeEvent => ({ type: 'notice', form: of, notice: { tone: 'warn', words: 'Once more' } })),
  form.map((of): PledgeEvent => ({ type: 'made', form: of, made: madeOf(whole, `pledge-${of}`) })),
  form.map((of): PledgeEvent => ({ type: 'refused', form: of, words: 'Not now' })),
)
const events = fc.array(event, { maxLength: 40 })
const starts = fc.constantFrom(openAt('/'), openAt('/pledge/check'), fresh, checking, sending, thanked)

describe('in whatever order things happen', () => {
  test('no state is without a way out: the next person stands before the invitation in a few steps', () => {
    const WAY_OUT: readonly PledgeEvent[] = [
      { type: 'looked', found: null },
      { type: 'idle' },
      { type: 'put-away' },
      { type: 'looked', found: null },
      { type: 'idle' },
      { type: 'put-away' },
      { type: 'looked', found: null },
    ]
    fc.assert(
      fc.property(starts, events, (start, happened) => {
        const state = after(start, ...happened)
        const idle = after(state, ...WAY_OUT)
        expect(['invited', 'question']).toContain(idle.name)
        // Somebody who had pressed meanwhile has begun; else nobody is there.
        if (idle.name === 'question') expect(idle).toMatchObject({ step: 'who', flow: NEW_FLOW, made: [] })
        else expect(idle.made).toEqual([])
      }),
    )
  })

  test('Back never loses an answer: it leads to another question, or asks first, unless nothing was written', () => {
    fc.assert(
      fc.property(starts, events, (start, happened) => {
        const state = after(start, ...happened)
        if (state.name !== 'question') return
        const back = after(state, { type: 'back' })
        if (back.name === 'question') expect(back.flow.answers).toEqual(state.flow.answers)
        else expect(state.flow.answers).toEqual(state.start.answers)
      }),
    )
  })

  test('a pledge is sent once, and again only where the station refused it, however often the button is pressed', () => {
    const press: PledgeEvent = { type: 'make' }
    fc.assert(
      fc.property(events, (happened) => {
        const [sent, refused] = [new Map<number, number>(), new Map<number, number>()]
        const count = (of: Map<number, number>, one: number) => of.set(one, (of.get(one) ?? 0) + 1)
        let state = checking
        for (const one of happened.flatMap((other) => [press, press, other])) {
          const before = state
          state = after(state, one)
          if (before.name !== 'sending' && state.name === 'sending') count(sent, state.form)
          if (one.type === 'refused' && before.name === 'sending' && one.form === before.form) count(refused, one.form)
        }
        for (const [one, times] of sent) expect(times).toBeLessThanOrEqual(1 + (refused.get(one) ?? 0))
      }),
    )
  })

  test('the address follows from the state, leads to the very same state, and to the same page when it is opened anew', () => {
    fc.assert(
      fc.property(starts, events, (start, happened) => {
        const state = after(start, ...happened)
        expect(after(state, { type: 'went', address: addressOf(state) })).toBe(state)
        if (state.name !== 'question') return
        // Started again, the tablet finds the draft, and whose it is says so.
        const found = { flow: state.flow, at: state.step }
        const opened = after(openAt(addressOf(state)), { type: 'looked', found }, { type: 'carry-on' })
        expect([addressOf(opened), shows(opened)]).toEqual([addressOf(state), 'question'])
      }),
    )
  })

  test('nothing of the one before is on the screen of somebody who has begun', () => {
    fc.assert(
      fc.property(starts, events, (start, happened) => {
        let state = start
        for (const one of happened) {
          const { persons } = state
          state = after(state, one)
          if (state.persons > persons) expect(state).toMatchObject({ name: 'question', made: [], start: NEW_FLOW })
        }
      }),
    )
  })
})
