import { describe, expect, test } from 'vitest'
import { createSlowScans, type Found, readsAsCode, type Where } from './slow-scans.ts'
import { fc, runs } from '../../test/support/chance.ts'

type Settings = Parameters<typeof createSlowScans>[0]
type Typing = { gaps: readonly number[]; held?: number; last?: string; where?: Where }

/** Types a text into one place, with these gaps in turn, each key held for a share of its gap; then the key that ends it. */
function type(
  text: string,
  { gaps, held = 0.6, last = 'Enter', where = 'search' }: Typing,
  set: Settings = { end: 'enter' },
) {
  const slow = createSlowScans(set)
  const found: (Found | null)[] = []
  let at = 1000
  const events = [...text, ...(last === '' ? [] : [last])].flatMap((key, index) => {
    const gap = gaps[index % gaps.length] ?? 0
    at += index === 0 ? 0 : (gaps[(index - 1) % gaps.length] ?? 0)
    return [
      { kind: 'down' as const, key, code: `${key}${index}`, at },
      { kind: 'up' as const, key, code: `${key}${index}`, at: at + gap * held },
    ]
  })
  for (const { kind, key, code, at: when } of events.toSorted((one, other) => one.at - other.at)) {
    if (kind === 'up') slow.release({ code, at: when })
    else found.push(slow.press({ key, code, at: when, repeat: false, chord: 'none' }, where))
  }
  if (slow.patience() !== null) found.push(slow.quiet())
  return found.filter((one) => one !== null)
}
const textsOf = (found: readonly Found[]) => found.map(({ what, text }) => `${what} ${text}`)

const BADGE = 'PK1-NEC-0123456789ABCDEF'
const HAND = { gaps: [120], held: 0.6 }

describe('a slow scanner', () => {
  test.each(['search', 'field', 'nowhere'] as const)(
    'of 5 to 100 milliseconds a key, uneven, in %s: any ticket is read whole, once',
    (where) => {
      const code = fc
        .string({
          unit: fc.constantFrom(...Array.from('ABCXYZabcxyz0123456789-/.:#"@£]')),
          minLength: 6,
          maxLength: 60,
        })
        .filter((text) => readsAsCode(text, 6))
      fc.assert(
        fc.property(code, fc.array(fc.integer({ min: 5, max: 100 }), { minLength: 1, maxLength: 9 }), (text, gaps) => {
          expect(textsOf(type(text, { gaps, where }))).toEqual([`scan ${text}`])
        }),
        { numRuns: runs(200) },
      )
    },
  )

  test.each(['search', 'field', 'secret', 'nowhere'] as const)(
    'a badge of ours is one at any speed, by hand too, in %s',
    (where) => {
      for (const gap of [5, 60, 100, 400, 1500])
        for (const text of [BADGE, BADGE.toLowerCase(), `]Q1${BADGE}`, BADGE.replaceAll('-', 'ß')])
          expect(textsOf(type(text, { gaps: [gap], where }))).toEqual([`scan ${text}`])
      expect(textsOf(type(BADGE, { gaps: [100], where, last: 'Tab' }))).toEqual([`scan ${BADGE}`])
      expect(textsOf(type(BADGE, { gaps: [100], where, last: '' }))).toEqual([`scan ${BADGE}`])
    },
  )

  test('what somebody was typing before it stays theirs; a link round a badge is read with it', () => {
    expect(type(`Ewa${BADGE}`, { gaps: [100] })).toMatchObject([{ what: 'scan', text: BADGE, head: 'Ewa' }])
    expect(type(`https://badges.example/${BADGE}`, { gaps: [80] })).toMatchObject([
      { what: 'scan', text: `https://badges.example/${BADGE}`, head: '' },
    ])
  })

  test('its pace is told, and one that was learnt is waited for', () => {
    expect(type('10001234', { gaps: [80], where: 'field' })).toMatchObject([{ what: 'scan', pace: 80 }])
    expect(type('10001234', { gaps: [200], where: 'field' })).toEqual([])
    expect(type('10001234', { gaps: [200], where: 'field' }, { end: 'enter', pace: 200 })).toMatchObject([
      { pace: 200 },
    ])
    expect(type('10001234', { gaps: [240], where: 'field' }, { end: 'enter', trying: true })).toMatchObject([
      { pace: 240 },
    ])
  })

  test('one that holds each key until the next is taken for a person until it was tried', () => {
    const held = { gaps: [80], held: 0.95, where: 'field' as const }
    expect(type('10001234', held)).toEqual([])
    expect(type('10001234', held, { end: 'enter', trying: true })).toMatchObject([{ pace: 80 }])
    expect(type('10001234', held, { end: 'enter', pace: 80 })).toMatchObject([{ what: 'scan' }])
    expect(type('10001234', held, { end: 'enter', pace: 5 })).toEqual([])
  })

  test('one that ends with Tab or with nothing is set so', () => {
    expect(type('10001234', { gaps: [80], last: 'Tab' }, { end: 'tab' })).toMatchObject([{ what: 'scan' }])
    expect(type('10001234', { gaps: [80], last: '' }, { end: 'none' })).toMatchObject([{ what: 'scan' }])
    expect(type('10001234', { gaps: [80], last: 'Tab', where: 'field' })).toEqual([])
  })

  test('what is no code, or was never ended, is told as not understood', () => {
    expect(textsOf(type('abcdefgh', { gaps: [80], where: 'nowhere' }))).toEqual(['unclear abcdefgh'])
    expect(textsOf(type('10001234', { gaps: [8], last: '' }))).toEqual(['unclear 10001234'])
    expect(type('10001234', { gaps: [8], held: 9, last: '' })).toEqual([])
    expect(type('10001234', { gaps: [80], last: '' })).toEqual([])
  })
})

describe('what somebody types by hand', () => {
  test.each([
    'Ewa Kaur',
    'Unit 42 Trust',
    'Room101',
    'PK1 Trust',
    'ewa2026@elmdon.example',
    '12/03/2027',
    '07700900123',
    '4068',
  ])('“%s” is no scan in a field, nor as a secret', (text) => {
    expect(type(text, { ...HAND, where: 'field' })).toEqual([])
    expect(type(text, { ...HAND, where: 'secret' })).toEqual([])
    // As fast as anybody can: the next key is down before the last is up.
    expect(type(text, { gaps: [70], held: 1.3, where: 'field' })).toEqual([])
  })

  test('a code typed by hand and left with Tab, or with nothing, is left where it is', () => {
    for (const text of [BADGE, 'ABCD-1234']) {
      expect(type(text, { gaps: [60], held: 0.85, last: 'Tab', where: 'field' })).toEqual([])
      expect(type(text, { gaps: [60], held: 0.85, last: '', where: 'field' })).toEqual([])
      expect(type(text, { gaps: [300], held: 0.3, last: '', where: 'search' })).toEqual([])
    }
    expect(type('ABCD-1234', { gaps: [60], held: 0.85, where: 'field' })).toEqual([])
  })

  test('an e-mail address, a name and a PIN are none at a scanner’s pace either', () => {
    expect(type('ewa2026@elmdon.example', { gaps: [60], where: 'field' })).toEqual([])
    expect(type('Kettlestring', { gaps: [60], where: 'search' })).toEqual([])
    expect(type('406812', { gaps: [60], where: 'secret' })).toEqual([])
  })

  test('whatever names are typed, at whatever pace, into whichever field, nothing is scanned', () => {
    const name = fc.string({ unit: fc.constantFrom(...Array.from("abcdefgKLMNO é'-")), maxLength: 30 })
    fc.assert(
      fc.property(
        name,
        fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 9 }),
        fc.constantFrom<Where>('search', 'field', 'secret'),
        (text, gaps, where) => {
          expect(type(text, { gaps, held: 1.1, where })).toEqual([])
        },
      ),
      { numRuns: runs(200) },
    )
  })
})
