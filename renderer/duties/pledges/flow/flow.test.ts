/** The way through a pledge, as people take it: straight on, back, round by the check page, and again. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEventPack } from '../../../../shared/domain/event-pack.ts'
import {
  amendFlow,
  anotherFlow,
  type Flow,
  type FlowEvent,
  flowReducer,
  isUntouched,
  NEW_FLOW,
  nextStep,
  NO_DRAFT,
  previousStep,
  questionsOf,
  readDraft,
  stepToShow,
} from './flow.ts'
import { type Answers, NO_ANSWERS, type Step, STEPS } from '../questions/all.ts'
import { addressOf, stepInAddress } from './steps.ts'
import { fc } from '../../../../test/support/chance.ts'

const read = readEventPack(
  readFileSync(join(import.meta.dirname, '../../../../resources/event-packs/solihull-nec.json'), 'utf8'),
)
if (!read.ok) throw new Error('The pack of the NEC event cannot be read')
const { pack } = read

const kwame = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  name: 'Kwame Okonkwo-Bell',
  organisation: 'Meriden Motors',
  sector: '',
  emailHeld: false,
}
const tomasz = { ...kwame, id: '0190a1b2-0000-7000-8000-000000000002', name: 'Tomasz Wiśniewski-Grey' }

const after = (flow: Flow, ...events: FlowEvent[]): Flow => events.reduce(flowReducer, flow)
const answered = (answers: Partial<Answers>): FlowEvent => ({ type: 'answered', answers })
const aboutThePledge: Partial<Answers> = {
  type: 'mentor',
  wording: 'I will ring once a week.',
  howMany: { unsure: false, number: '1' },
  when: { ...NO_ANSWERS.when, choice: 'month' },
}
const whole = after(
  NEW_FLOW,
  { type: 'person-chosen', person: kwame },
  answered({ ...aboutThePledge, mayContact: true, email: 'kwame@example.org', showName: true }),
)
const made = {
  id: kwame.id,
  leaf: '0123456789abcdef',
  reference: '7K3-QF9W',
  qr: 'pledge-kiosk:NEC-7K3QF9W',
  flow: whole,
}

/** The questions met by pressing Continue from the first to the check page. */
function walk(flow: Flow): Step[] {
  const met: Step[] = []
  let step = questionsOf(flow)[0] ?? 'check'
  while (step !== 'check') {
    met.push(step)
    step = nextStep(flow, step, pack)
  }
  return met
}

describe('straight on', () => {
  test('a delegate is asked eight questions', () => {
    expect(walk(whole)).toEqual(['who', 'kind', 'wording', 'how-many', 'by-when', 'priority', 'contact', 'name'])
  })

  test('for an organisation there is one more: which', () => {
    const flow = after(whole, { type: 'organisation-chosen' })
    expect(walk(flow).slice(0, 3)).toEqual(['who', 'organisation', 'kind'])
  })

  test('somebody without a name is asked neither for an address nor for their name', () => {
    const flow = after(whole, { type: 'anonymous-chosen' })
    expect(walk(flow)).toEqual(['who', 'kind', 'wording', 'how-many', 'by-when', 'priority'])
  })
})

describe('back', () => {
  test('from every question Back leads to the one before, and from the first one out', () => {
    for (const flow of [
      whole,
      after(whole, { type: 'organisation-chosen' }),
      after(whole, { type: 'anonymous-chosen' }),
    ]) {
      const met = walk(flow)
      expect([...met, 'check' as const].map((step) => previousStep(flow, step, pack))).toEqual([null, ...met])
    }
  })
})

describe('round by the check page', () => {
  const changing = after(whole, { type: 'changing' })

  test('after one answer was changed, both Continue and Back lead to the check page again', () => {
    for (const step of ['kind', 'wording', 'how-many', 'by-when', 'priority', 'contact', 'name'] as const) {
      expect(nextStep(changing, step, pack)).toBe('check')
      expect(previousStep(changing, step, pack)).toBe('check')
    }
  })

  test('back on the check page the way is the usual one again', () => {
    const flow = after(changing, { type: 'check-reached' })
    expect(previousStep(flow, 'wording', pack)).toBe('kind')
  })

  test('a kind that has no usual priority asks for one before the check page comes', () => {
    const flow = after(changing, answered({ type: 'something-else' }))
    expect(nextStep(flow, 'kind', pack)).toBe('priority')
    expect(previousStep(flow, 'priority', pack)).toBe('by-when')
    expect(nextStep(after(flow, answered({ priority: '' })), 'priority', pack)).toBe('check')
  })

  test('who turns out to be another person is asked anew what they allow', () => {
    const flow = after(changing, { type: 'person-chosen', person: tomasz })
    expect(flow.answers).toMatchObject({ mayContact: null, email: '', showName: null, wording: whole.answers.wording })
    expect(nextStep(flow, 'who', pack)).toBe('contact')
  })

  test('the same person found once more keeps what they said', () => {
    expect(after(changing, { type: 'person-chosen', person: kwame })).toEqual(changing)
  })

  test('changing to an organisation asks which, even where one was named before', () => {
    const named = after(changing, { type: 'organisation-chosen' }, answered({ organisation: 'Meriden Motors' }))
    expect(nextStep(named, 'who', pack)).toBe('organisation')
    expect(nextStep(named, 'organisation', pack)).toBe('contact')
  })
})

describe('several in a row', () => {
  test('the second pledge asks nothing about the person again', () => {
    const flow = anotherFlow(whole)
    expect(flow.answers).toMatchObject({ person: kwame, mayContact: true, email: 'kwame@example.org', showName: true })
    expect(flow.answers).toMatchObject({ type: null, wording: '' })
    expect(walk(after(flow, answered(aboutThePledge)))).toEqual(['kind', 'wording', 'how-many', 'by-when', 'priority'])
    expect(previousStep(flow, 'kind', pack)).toBeNull()
  })

  test('but who it is can still be changed from the check page', () => {
    const flow = after(anotherFlow(whole), answered(aboutThePledge), { type: 'changing' })
    expect(stepToShow(flow, 'who', pack)).toBe('who')
    expect(nextStep(after(flow, { type: 'anonymous-chosen' }), 'who', pack)).toBe('check')
  })
})

describe('changing a pledge that was made', () => {
  const flow = amendFlow(made)

  test('opens on the check page, and Back leads out', () => {
    expect(stepToShow(flow, 'check', pack)).toBe('check')
    expect(previousStep(flow, 'check', pack)).toBeNull()
    expect(flow.amending?.before).toEqual(whole.answers)
  })

  test('it stays with whoever made it', () => {
    expect(stepToShow(flow, 'who', pack)).toBe('check')
  })
})

describe('an address typed or kept', () => {
  test('leads to the first question that is still open, never past it', () => {
    expect(stepToShow(NEW_FLOW, 'check', pack)).toBe('who')
    const chosen = after(NEW_FLOW, { type: 'person-chosen', person: kwame })
    expect(stepToShow(chosen, 'name', pack)).toBe('kind')
    expect(stepToShow(chosen, 'who', pack)).toBe('who')
  })

  test('a question that is not asked of this person is not shown', () => {
    expect(stepToShow(after(whole, { type: 'anonymous-chosen' }), 'contact', pack)).toBe('check')
  })

  test('addresses name their questions, and nothing else is one', () => {
    for (const step of STEPS) expect(stepInAddress(addressOf(step))).toBe(step)
    for (const address of ['/', '/pledge', '/pledge/thank-you', '/pledge/who/else', '/staff'])
      expect(stepInAddress(address)).toBeNull()
  })
})

describe('the service area', () => {
  const theirs = after(whole, { type: 'organisation-chosen' }, answered({ area: 'Apprenticeships' }))

  test('goes with whoever it was said of, and tells nobody whose pledge without a name it is', () => {
    expect(after(theirs, { type: 'organisation-chosen' }).answers.area).toBe('Apprenticeships')
    expect(anotherFlow(theirs).answers.area).toBe('Apprenticeships')
    const nameless = after(theirs, { type: 'anonymous-chosen' })
    expect(nameless.answers.area).toBe('')
    const said = after(nameless, answered({ area: 'Housing' }))
    expect(after(said, { type: 'anonymous-chosen' }).answers.area).toBe('Housing')
    expect(after(said, { type: 'organisation-chosen' }).answers.area).toBe('')
    expect(after(said, { type: 'person-chosen', person: kwame }).answers.area).toBe('')
  })
})

describe('the draft', () => {
  test('of a version that asked for no service area goes on without one', () => {
    const { area: _none, ...answers } = whole.answers
    const draft = JSON.stringify({ flow: { ...whole, answers }, at: 'by-when' })
    expect(readDraft(JSON.parse(draft))).toEqual({ flow: whole, at: 'by-when' })
  })

  test('comes back from disk as it was written', () => {
    const draft = { flow: whole, at: 'by-when' as const }
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })

  test('of an older form is not forced into this one', () => {
    for (const body of [null, 'words', {}, { flow: { answers: {} }, at: 'who' }, { ...NO_DRAFT, at: 'thank-you' }])
      expect(readDraft(body)).toBeNull()
  })
})

test('whatever somebody presses, in whatever order, there is a page to show and a way on from it', () => {
  const event: fc.Arbitrary<FlowEvent> = fc.oneof(
    fc.constantFrom<FlowEvent>(
      { type: 'person-chosen', person: kwame },
      { type: 'person-chosen', person: tomasz },
      { type: 'organisation-chosen' },
      { type: 'anonymous-chosen' },
      { type: 'changing' },
      { type: 'check-reached' },
    ),
    fc
      .record(
        {
          type: fc.constantFrom('mentor', 'something-else', 'gone', null),
          wording: fc.constantFrom('', 'Yes'),
          howMany: fc.record({ unsure: fc.boolean(), number: fc.constantFrom('', '3', '0') }),
          organisation: fc.constantFrom('', 'Meriden Motors'),
          mayContact: fc.constantFrom(true, false, null),
          showName: fc.constantFrom(true, false, null),
          priority: fc.constantFrom('', 'doors-to-work', 'gone', null),
        },
        { requiredKeys: [] },
      )
      .map(answered),
  )
  const start = fc.constantFrom(NEW_FLOW, anotherFlow(whole), amendFlow(made))
  fc.assert(
    fc.property(start, fc.array(event, { maxLength: 12 }), fc.constantFrom(...STEPS), (from, events, asked) => {
      const flow = after(from, ...events)
      const shown = stepToShow(flow, asked, pack)
      expect(stepToShow(flow, shown, pack)).toBe(shown)
      const next = nextStep(flow, shown, pack)
      expect(STEPS).toContain(next)
      const back = previousStep(flow, shown, pack)
      if (back !== null) expect(stepToShow(flow, back, pack)).toBe(back)
      expect(isUntouched(flow)).toBe(JSON.stringify(flow.answers) === JSON.stringify(NO_ANSWERS))
    }),
  )
})
