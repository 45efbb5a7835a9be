import { describe, expect, test } from 'vitest'
import {
  afterFind,
  afterScan,
  ask,
  back,
  goTo,
  mayScan,
  NOBODY,
  notMe,
  type Question,
  saidUpTo,
  type Visit,
  wished,
} from './visit.ts'

const ewa = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Ewa Kaur',
  organisation: 'Elmdon House',
  byBadge: true,
  needsNoted: false,
}
const typing = (question: Question, typed: Partial<Visit['typed']>): Visit => ({
  ...ask(NOBODY, question),
  typed: { ...NOBODY.typed, ...typed },
})

describe('somebody is asked no more than is needed', () => {
  test('a name, then the organisation, then the e-mail; only what was asked is sent', () => {
    const typed = { name: 'Ewa Kaur', organisation: 'Elmdon House', email: 'ewa@elmdon.example' }
    expect(saidUpTo('name', typed)).toEqual({ name: 'Ewa Kaur', organisation: null, email: null })
    expect(saidUpTo('organisation', typed)).toEqual({ name: 'Ewa Kaur', organisation: 'Elmdon House', email: null })
    expect(saidUpTo('email', typed)).toEqual(typed)
    expect(afterFind(typing('name', {}), { code: 'more-needed', ask: 'organisation' }).page).toEqual({
      name: 'ask',
      question: 'organisation',
    })
    expect(afterFind(typing('email', {}), { code: 'not-found' }).page.name).toBe('not-found')
  })
  test('one word: they are asked for their whole name, with a way on for those who have just one', () => {
    const visit = afterFind(typing('name', { name: 'Suharto' }), { code: 'more-needed', ask: 'whole-name' })
    expect(visit).toMatchObject({ page: { name: 'ask', question: 'name' }, oneWord: true, typed: { name: 'Suharto' } })
  })
  test('somebody else came up: the next question is asked, and in the end staff help', () => {
    const asked = typing('name', { name: 'Ewa Kaur' })
    const found = afterFind(asked, { code: 'found', person: ewa })
    expect(notMe(found).page).toEqual({ name: 'ask', question: 'organisation' })
    expect(notMe({ ...found, typed: { ...found.typed, organisation: 'Elsewhere' } }).page).toEqual({
      name: 'ask',
      question: 'email',
    })
    expect(notMe({ ...found, typed: { name: 'Ewa Kaur', organisation: 'x', email: 'y@z.example' } }).page.name).toBe(
      'not-found',
    )
    expect(notMe(afterScan(NOBODY, { code: 'found', person: ewa })).page).toEqual({ name: 'ask', question: 'name' })
  })
  test('too many names were tried: what was typed stays, and they are told how long to wait', () => {
    const asked = typing('organisation', { name: 'Ewa Kaur' })
    const visit = afterFind(asked, { code: 'wait', seconds: 1 })
    expect(visit.page).toEqual(asked.page)
    expect(visit.typed).toEqual(asked.typed)
    expect(visit.notice?.words).toMatch(/ask a steward .* 1 second\.$/)
  })
})

describe('a badge is scanned', () => {
  test('whoever scans is somebody new: nothing that was typed before is theirs', () => {
    const visit = afterScan(typing('email', { name: 'Somebody Else', email: 'else@where.example' }), {
      code: 'found',
      person: ewa,
    })
    expect(visit.page).toMatchObject({ name: 'is-this-you', person: ewa })
    expect(JSON.stringify(visit)).not.toMatch(/Else|where/)
  })
  test('a code that nobody has leaves the question as it was, and opens one at the welcome', () => {
    const asked = typing('name', { name: 'Ew' })
    expect(afterScan(asked, { code: 'unknown-badge' })).toMatchObject({ page: asked.page, typed: { name: 'Ew' } })
    expect(afterScan(NOBODY, { code: 'other-event', event: 'WLV' })).toMatchObject({
      page: { name: 'ask', question: 'name' },
      notice: { tone: 'warn' },
    })
    expect(afterScan(NOBODY, { code: 'withdrawn' }).page).toEqual({ name: 'done', answer: { code: 'withdrawn' } })
  })
  test('the next person’s badge does not throw away what somebody is writing', () => {
    const found = afterScan(NOBODY, { code: 'found', person: ewa })
    if (found.page.name !== 'is-this-you') throw new Error('She was found')
    const { person, wishes } = found.page
    expect(mayScan(found)).toBe(true)
    expect(mayScan(goTo(found, { name: 'details', person, wishes }))).toBe(false)
    expect(mayScan(goTo(found, { name: 'change', person, wishes, wish: 'role' }))).toBe(false)
  })
})

describe('there is always a way back', () => {
  test('from every page to the one before, and from the last question to the welcome', () => {
    let visit: Visit | null = typing('email', { name: 'Ewa Kaur' })
    const seen: string[] = []
    while (visit !== null && visit.page.name !== 'welcome') {
      seen.push(visit.page.name === 'ask' ? visit.page.question : visit.page.name)
      visit = back(visit)
    }
    expect(seen).toEqual(['email', 'organisation', 'name'])
    // Nothing of theirs is left at the welcome.
    expect(visit).toEqual(NOBODY)
  })
  test('from their details to “Is this you?”, with what they changed', () => {
    const found = afterFind(typing('name', { name: 'Ewa Kaur' }), { code: 'found', person: ewa })
    if (found.page.name !== 'is-this-you') throw new Error('She was found')
    const wishes = { ...found.page.wishes, name: 'Ewa Jones' }
    const changing = goTo(found, { name: 'change', person: ewa, wishes, wish: 'name' })
    const details = back(changing)
    expect(details?.page).toEqual({ name: 'details', person: ewa, wishes })
    expect(details && back(details)?.page).toEqual({ name: 'is-this-you', person: ewa, wishes })
  })
})

describe('what is sent with the sign-in', () => {
  test('only what is another than it was; a role, sector or e-mail left empty is not sent', () => {
    const found = afterFind(typing('name', { name: 'Ewa Kaur' }), { code: 'found', person: ewa })
    if (found.page.name !== 'is-this-you') throw new Error('She was found')
    const { wishes } = found.page
    expect(wished({ person: ewa, wishes })).toEqual({ person: ewa.id, details: {}, needs: { access: '', dietary: '' } })
    expect(
      wished({
        person: ewa,
        wishes: { ...wishes, organisation: '', area: 'Kitchen', email: 'new@elmdon.example', dietary: 'No nuts' },
      }),
    ).toEqual({
      person: ewa.id,
      details: { organisation: '', area: 'Kitchen', email: 'new@elmdon.example' },
      needs: { access: '', dietary: 'No nuts' },
    })
  })
})
