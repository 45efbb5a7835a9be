import { describe, expect, test } from 'vitest'
import { createScanDetector, type Heard, type Press } from './scan-detector.ts'
import { fc, runs } from '../../test/support/chance.ts'

type Event = { kind: 'down' | 'up'; key: string; code: string; at: number; chord?: Press['chord']; repeat?: boolean }
type Settings = Parameters<typeof createScanDetector>[0]

const USUAL: Settings = { prefix: '', end: 'enter' }

/** A page with one field in focus: what the detector lets through is typed into it, and what it asks for is done. */
function hall(settings: Settings = USUAL) {
  const detector = createScanDetector(settings)
  const scans: string[] = []
  let field = ''
  let held = ''
  let pressedEnter = 0
  let timer: number | null = null
  const carryOut = ({ effects }: Pick<Heard, 'effects'>, at: number) => {
    for (const effect of effects) {
      if (effect.do === 'remember') held = field
      else if (effect.do === 'take-out') field = held
      else if (effect.do === 'put-back') field += effect.text
      else scans.push(effect.text)
    }
    const patience = detector.patience()
    timer = patience === null ? null : at + patience
  }
  const wait = (until: number) => {
    while (timer !== null && timer <= until) {
      const at = timer
      carryOut({ effects: detector.quiet(at) }, at)
    }
  }
  return {
    play(events: readonly Event[]) {
      for (const event of events) {
        wait(event.at)
        if (event.kind === 'up') {
          carryOut(detector.release(event), event.at)
          continue
        }
        const heard = detector.press({ ...event, repeat: event.repeat ?? false, chord: event.chord ?? 'none' })
        carryOut(heard, event.at)
        if (heard.swallow || (event.chord ?? 'none') !== 'none') continue
        if (event.key === 'Enter') pressedEnter += 1
        else if (event.key.length === 1) field += event.key
      }
      return this
    },
    /** The timer comes though keys are still on their way. */
    hurry: (at: number) => carryOut({ effects: detector.quiet(at) }, at),
    rest() {
      wait(Infinity)
      return { scans, field, pressedEnter }
    },
  }
}

/** A scanner: one key after the other, each let go before the next. */
function scanner(
  text: string,
  {
    at = 1000,
    gap = 5,
    end = 'Enter',
    ups = true,
  }: { at?: number; gap?: number; end?: string | null; ups?: boolean } = {},
): Event[] {
  return [...text, ...(end === null ? [] : [end])].flatMap((key, index) => {
    const down = at + index * gap
    const code = `S-${key}`
    return [
      { kind: 'down' as const, key, code, at: down },
      ...(ups ? [{ kind: 'up' as const, key, code, at: down + gap * 0.6 }] : []),
    ]
  })
}

/** A person: each key held for a while, often until after the next has gone down. */
function person(keys: readonly { key: string; gap: number; held: number }[], start = 0): Event[] {
  let at = start
  return keys.flatMap(({ key, gap, held }, index) => {
    at += gap
    const code = `P-${key}-${index}`
    return [
      { kind: 'down' as const, key, code, at },
      { kind: 'up' as const, key, code, at: at + held },
    ]
  })
}

const typing = (text: string, { start = 0, gap = 120, held = 80 } = {}) =>
  person(
    [...text].map((key) => ({ key, gap, held })),
    start,
  )

/** As they happen: by time, and what goes down before what comes up. */
const together = (...lines: Event[][]): Event[] => lines.flat().toSorted((a, b) => a.at - b.at)

const BADGE = 'PK1-NEC-0123456789ABCDEF'

describe('a scanner is told from a person', () => {
  test.each([
    ['very fast', { gap: 1 }],
    ['usual', { gap: 5 }],
    ['slow', { gap: 35 }],
    ['one that ends with Tab', { end: 'Tab' }],
    ['one that never says that a key went up', { ups: false }],
    ['a slow one that never says so', { gap: 35, ups: false }],
  ])('%s: the badge is read, and nothing of it stays in the field', (_, how) => {
    expect(hall().play(scanner(BADGE, how)).rest()).toEqual({ scans: [BADGE], field: '', pressedEnter: 0 })
  })

  test('a person who types quickly, and presses Enter, keeps every letter and their Enter', () => {
    const typed = hall().play(typing('Kaur, Ewa', { gap: 60 }))
    typed.play([{ kind: 'down', key: 'Enter', code: 'Enter', at: 1200 }])
    expect(typed.rest()).toEqual({ scans: [], field: 'Kaur, Ewa', pressedEnter: 1 })
  })

  test('three letters rolled off in one movement are a person’s, and come back', () => {
    const rolled = hall().play(typing('the', { gap: 20 }))
    expect(rolled.rest()).toEqual({ scans: [], field: 'the', pressedEnter: 0 })
  })

  test('a letter that is held down repeats into the field and is no scan', () => {
    const repeats = Array.from({ length: 20 }, (_, index) => ({
      kind: 'down' as const,
      key: 'm',
      code: 'KeyM',
      at: 500 + index * 33,
      repeat: index > 0,
    }))
    expect(hall().play(repeats).rest()).toEqual({ scans: [], field: 'm'.repeat(20), pressedEnter: 0 })
  })

  test('the Enter that a scanner holds down, and the line feed after it, press nothing', () => {
    const held = [33, 66, 99].map((later) => ({
      kind: 'down' as const,
      key: 'Enter',
      code: 'S-Enter',
      at: 1000 + BADGE.length * 5 + later,
      repeat: true,
    }))
    const events = scanner(BADGE).filter(({ kind, key }) => kind === 'down' || key !== 'Enter')
    expect(hall().play(events).play(held).rest()).toEqual({ scans: [BADGE], field: '', pressedEnter: 0 })
    const feed: Event = { kind: 'down', key: 'j', code: 'KeyJ', at: 1000 + BADGE.length * 5 + 6, chord: 'control' }
    expect(
      hall()
        .play(together(scanner(BADGE), [feed]))
        .rest(),
    ).toEqual({
      scans: [BADGE],
      field: '',
      pressedEnter: 0,
    })
  })

  test('two scans with nothing between them are two scans', () => {
    const second = scanner('10001234567890', { at: 1000 + (BADGE.length + 1) * 5 })
    expect(hall().play(scanner(BADGE)).play(second).rest()).toEqual({
      scans: [BADGE, '10001234567890'],
      field: '',
      pressedEnter: 0,
    })
  })

  test('capital letters with a Shift of their own, as slow scanners type them', () => {
    const events = Array.from('PK1ABCDE').flatMap((key, index): Event[] => [
      { kind: 'down', key: 'Shift', code: 'ShiftLeft', at: 1000 + index * 70 },
      { kind: 'down', key, code: key, at: 1035 + index * 70 },
      { kind: 'up', key, code: key, at: 1050 + index * 70 },
    ])
    const enter: Event = { kind: 'down', key: 'Enter', code: 'Enter', at: 1035 + 7 * 70 + 35 }
    expect(
      hall()
        .play([...events, enter])
        .rest().scans,
    ).toEqual(['PK1ABCDE'])
  })

  test('a group separator, typed as Control and a bracket, is part of the code', () => {
    const events = scanner('0104912345#10ABC').map((event) =>
      event.key === '#' ? { ...event, key: ']', chord: 'control' as const } : event,
    )
    expect(hall().play(events).rest().scans).toEqual(['0104912345\u001d10ABC'])
  })

  test('a dead key spoils one code, and neither the field nor the next', () => {
    const events = scanner('ABC^DEFGH').map((event) => (event.key === '^' ? { ...event, key: 'Dead' } : event))
    const next = scanner(BADGE, { at: 2000 })
    expect(
      hall()
        .play([...events, ...next])
        .rest(),
    ).toEqual({
      scans: ['ABCDEFGH', BADGE],
      field: '',
      pressedEnter: 0,
    })
  })

  test('a code of 2,953 characters does not stop the next', () => {
    const long = 'x'.repeat(2953)
    const read = hall().play([...scanner(long, { gap: 2 }), ...scanner(BADGE, { at: 60_000 })])
    expect(read.rest().scans).toEqual([long, BADGE])
  })
})

describe('a scanner is set up in many ways, and no badge is lost by it', () => {
  test('its prefix is taken off where it is there, and not asked for where it is not', () => {
    const set: Settings = { prefix: '~~', end: 'enter' }
    expect(
      hall(set)
        .play(scanner(`~~${BADGE}`))
        .rest().scans,
    ).toEqual([BADGE])
    expect(hall(set).play(scanner(BADGE)).rest().scans).toEqual([BADGE])
    expect(hall(set).play(scanner('~~~10001234')).rest().scans).toEqual(['~10001234'])
  })

  test('a prefix that is how our badges begin does not eat a badge', () => {
    expect(hall({ prefix: 'P', end: 'enter' }).play(scanner(BADGE)).rest().scans).toEqual([BADGE])
    expect(
      hall({ prefix: 'P', end: 'enter' })
        .play(scanner(`P${BADGE}`))
        .rest().scans,
    ).toEqual([BADGE])
    expect(hall({ prefix: 'PK1-', end: 'enter' }).play(scanner(BADGE)).rest().scans).toEqual([BADGE])
  })

  test('one that presses nothing after a code has its pause for an end; one that does is heard as well', () => {
    const set: Settings = { prefix: '', end: 'none' }
    const events = [...scanner(BADGE, { end: null }), ...scanner('10001234', { at: 3000, end: null })]
    expect(hall(set).play(events).rest()).toEqual({ scans: [BADGE, '10001234'], field: '', pressedEnter: 0 })
    expect(hall(set).play(scanner(BADGE)).rest()).toEqual({ scans: [BADGE], field: '', pressedEnter: 0 })
  })

  test('where a pause ends a code, a hand laid on the keyboard is still no scan', () => {
    const mash = typing('asdfghjkl', { gap: 6, held: 140 })
    expect(hall({ prefix: '', end: 'none' }).play(mash).rest()).toEqual({
      scans: [],
      field: 'asdfghjkl',
      pressedEnter: 0,
    })
  })

  test.each(['enter', 'none'] as const)(
    'a machine so busy that the pause seems over after any key of a scan reads it all the same: a code ends with %s',
    (end) => {
      const events = scanner(BADGE)
      // Where a pause ends a code, a longer one is the end of it; a burst of two keys is none yet.
      const cuts = end === 'none' ? [1, 2, 3, 4] : events.keys()
      for (const cut of cuts) {
        const page = hall({ prefix: '', end }).play(typing('Ka', { start: 0 }))
        page.play(events.slice(0, cut))
        page.hurry(1400)
        const read = page.play(events.slice(cut)).rest()
        expect([cut, read]).toEqual([cut, { scans: [BADGE], field: 'Ka', pressedEnter: 0 }])
      }
    },
  )
})

describe('whoever types while others scan', () => {
  test('a letter pressed in the middle of a scan stays the person’s', () => {
    const events = together(scanner(BADGE), typing('o', { start: 920, held: 90 }))
    expect(hall().play(events).rest()).toEqual({ scans: [BADGE], field: 'o', pressedEnter: 0 })
  })

  test('two letters right after a scan, while a key that was down before it is still held, are both the person’s', () => {
    const typed = person([
      { key: 'a', gap: 997, held: 90 },
      { key: 'b', gap: 25, held: 50 },
      { key: 'c', gap: 41, held: 50 },
    ])
    const page = hall().play(together(typed, scanner('AAAAA', { at: 1001, gap: 4 })))
    expect(page.rest()).toEqual({ scans: ['AAAAA'], field: 'abc', pressedEnter: 0 })
  })

  test('any typing and any scans at once: the field has what was typed, the desk has the scans', () => {
    // The same physical key cannot go down twice, so the person here has small letters and the scanner capitals.
    const letter = fc.constantFrom(...Array.from('abcdefghij klmnop'))
    const aPerson = fc.array(
      fc.record({ key: letter, gap: fc.integer({ min: 8, max: 400 }), held: fc.integer({ min: 50, max: 180 }) }),
      { maxLength: 40 },
    )
    const aScan = fc.record({
      text: fc.string({ unit: fc.constantFrom(...Array.from('ABCDEFGHIJ0123456789-/.')), minLength: 5, maxLength: 40 }),
      gap: fc.integer({ min: 1, max: 35 }),
      end: fc.constantFrom('Enter', 'Tab'),
      pause: fc.integer({ min: 1, max: 1500 }),
    })
    fc.assert(
      fc.property(aPerson, fc.array(aScan, { maxLength: 5 }), (keys, scans) => {
        let at = 300
        const lines = scans.map(({ text, gap, end, pause }) => {
          const line = scanner(text, { at: at + pause, gap, end })
          at += pause + (text.length + 1) * gap
          return line
        })
        const typed = keys.map(({ key }) => key).join('')
        const { scans: read, field } = hall()
          .play(together(person(keys), ...lines))
          .rest()
        expect(read).toEqual(scans.map(({ text }) => text))
        expect(field).toBe(typed)
      }),
      { numRuns: runs(2000) },
    )
  })
})

describe('who goes on by the keyboard after a scan', () => {
  test('a line feed after Enter belongs to the scan; every Enter after it is the person’s, however fast and early it says it came', () => {
    const detector = createScanDetector(USUAL)
    for (const event of scanner('PK1-NEC-0123456789ABCDEF')) {
      if (event.kind === 'down') detector.press({ ...event, repeat: false, chord: 'none' })
      else detector.release(event)
    }
    const swallowed = Array.from({ length: 5 }, (_, index) => {
      const at = 1000 + index * 10
      const heard = detector.press({ key: 'Tab', code: 'Tab', at, repeat: false, chord: 'none' })
      detector.release({ code: 'Tab', at: at + 1 })
      return heard.swallow
    })
    expect(swallowed).toEqual([true, false, false, false, false])
  })
})
