import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../test/support/chance.ts'
import type { HeldCode } from './picture.ts'
import { createScans } from './scans.ts'

const KNOWN = ['ewa', 'kwame']
const STRANGE = ['menu', 'wifi']
/** Where each is held: beside one another, none where another is. */
const PLACES: Record<string, number> = { ewa: -0.2, kwame: 0.4, menu: -0.8, wifi: 0.95 }
const held = (text: string, x = PLACES[text] ?? 0): HeldCode => ({ text, x, y: 0, reach: 0.25 })
const nearestFirst = (codes: HeldCode[]) => codes.toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))

/** A camera, and a station that knows Ewa and Kwame, and answers when it is told to: at once unless it is slow. */
function door({ slow = false } = {}) {
  const scans = createScans()
  const asked: string[] = []
  const scanned: string[] = []
  const shown: string[] = []
  let time = 0
  const answer = () => {
    const text = asked.shift()
    if (text !== undefined && scans.answer(text, KNOWN.includes(text), time)) shown.push(text)
  }
  return {
    scanned,
    shown,
    answer,
    now: () => time,
    pass: (milliseconds: number) => void (time += milliseconds),
    see(...codes: (HeldCode | string)[]) {
      const all = codes.map((code) => (typeof code === 'string' ? held(code) : code))
      const text = scans.see(nearestFirst(all), time)
      if (text === null) return
      scanned.push(text)
      asked.push(text)
      if (!slow) answer()
    },
  }
}

describe('the same code within five seconds is one scan', () => {
  test('Ewa holds her badge before the camera for half a minute, then comes back after lunch', () => {
    const { see, pass, scanned } = door()
    see('ewa')
    for (let look = 0; look < 300; look += 1) {
      pass(100)
      see('ewa')
    }
    pass(4999)
    see('ewa')
    expect(scanned).toEqual(['ewa'])
    pass(5000)
    see('ewa')
    expect(scanned).toEqual(['ewa', 'ewa'])
  })

  test('Kwame’s badge right after Ewa’s is a scan at once, also beside hers; hers is not a new one', () => {
    const { see, shown } = door()
    see('ewa')
    see('kwame')
    see('ewa', 'kwame')
    see('ewa')
    expect(shown).toEqual(['ewa', 'kwame'])
  })

  test('two badges side by side: the one nearest the middle is meant', () => {
    const { see, pass, scanned } = door()
    for (let look = 0; look < 100; look += 1) {
      pass(100)
      see('kwame', 'ewa')
    }
    expect(scanned).toEqual(['ewa'])
  })
})

describe('nothing unknown takes the place of a badge that is still held', () => {
  test('a lanyard with two codes: the picture in which only the other is read changes nothing, and its own badge is found', () => {
    const { see, pass, shown } = door()
    see('ewa', 'menu')
    for (let look = 0; look < 50; look += 1) {
      pass(100)
      see(...(look % 3 === 0 ? ['menu'] : look % 3 === 1 ? ['ewa', 'menu'] : []))
    }
    expect(shown).toEqual(['ewa'])
    // It hangs so that the code nobody has is nearest the middle.
    const other = door()
    for (let look = 0; look < 3; look += 1) other.see(held('menu', 0), held('ewa', 0.5))
    expect(other.shown).toEqual(['menu', 'ewa'])
  })

  test('an unknown code alone is answered, and a badge right after it at once', () => {
    const { see, shown } = door()
    see('menu')
    see('menu')
    see('ewa')
    expect(shown).toEqual(['menu', 'ewa'])
  })

  test('Ewa lowers her badge and the next person holds something else in its place: it is answered at once', () => {
    const { see, shown } = door()
    see(held('ewa', 0.1))
    see(held('menu', 0.2))
    expect(shown).toEqual(['ewa', 'menu'])
  })

  test('the next person holds it beside where hers was: it is answered when hers is gone, five seconds after it was last seen', () => {
    const { see, pass, scanned, shown } = door()
    see('ewa')
    see('menu')
    pass(4999)
    see('menu')
    expect(shown).toEqual(['ewa'])
    // The station is not asked at every picture.
    expect(scanned).toEqual(['ewa', 'menu'])
    pass(1)
    see('menu')
    expect(shown).toEqual(['ewa', 'menu'])
  })

  test('hers is back in the picture before the station has answered: it was missed, not gone', () => {
    const { see, answer, shown } = door({ slow: true })
    see(held('ewa', 0.1))
    answer()
    see(held('menu', 0.2))
    see(held('ewa', 0.1))
    answer()
    expect(shown).toEqual(['ewa'])
  })

  test('the camera was turned off meanwhile, and the answer comes when her badge is long gone: it is shown', () => {
    const { see, pass, answer, shown } = door({ slow: true })
    see('ewa')
    answer()
    see('menu')
    pass(5000)
    answer()
    expect(shown).toEqual(['ewa', 'menu'])
  })

  test('while the station has not answered yet, another badge is a scan all the same', () => {
    const { see, pass, scanned, answer, shown } = door({ slow: true })
    see('ewa')
    pass(4000)
    see('ewa')
    see('kwame')
    answer()
    answer()
    expect(scanned).toEqual(['ewa', 'kwame'])
    expect(shown).toEqual(['ewa', 'kwame'])
  })
})

type Step = { do: 'pass'; milliseconds: number } | { do: 'see'; codes: HeldCode[] } | { do: 'answer' }

const within = fc.double({ min: -1, max: 1, noNaN: true })
const anywhere = (text: string) =>
  fc.record({ text: fc.constant(text), x: within, y: within, reach: fc.double({ min: 0.05, max: 1, noNaN: true }) })
/** Some of these codes are read in a picture, whichever the reader does not miss. */
const picturesOf = (codes: fc.Arbitrary<HeldCode>[]): fc.Arbitrary<Step> =>
  fc.tuple(fc.subarray(codes).chain((some) => fc.tuple(...some))).map(([some]) => ({ do: 'see', codes: some }))
const passing = fc
  .oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 7000 }))
  .map((milliseconds): Step => ({ do: 'pass', milliseconds }))
const answering = fc.constant<Step>({ do: 'answer' })
const daysOf = (pictures: fc.Arbitrary<Step>) =>
  fc.array(fc.oneof(pictures, pictures, passing, answering), { maxLength: 60 })

const EVERYTHING = [...KNOWN, ...STRANGE]
/** Held anywhere in the frame, over one another too. */
const anyDay = daysOf(picturesOf(EVERYTHING.map(anywhere)))
/** The same of a badge and one other code. */
const dayOfTwo = daysOf(picturesOf(['ewa', 'menu'].map(anywhere)))
/** Each in its own place, and trembling there. */
const tidyDay = daysOf(
  picturesOf(
    EVERYTHING.map((text) =>
      fc.double({ min: -0.04, max: 0.04, noNaN: true }).map((by) => held(text, (PLACES[text] ?? 0) + by)),
    ),
  ),
)

/** What is true while a code is held, that is until it has not been seen for five seconds. */
type Holding = { last: number; told: boolean; beside: Set<string> }

/** Lives through a day; `check` is told of each scan, and of each answer that is shown, with what was held just before. */
function live(
  day: readonly Step[],
  check: (what: 'scanned' | 'shown', text: string, holdings: ReadonlyMap<string, Holding>) => void,
) {
  const hall = door({ slow: true })
  const now = new Map<string, Holding>()
  const forget = () => {
    for (const [text, { last }] of now) if (hall.now() - last >= 5000) now.delete(text)
  }
  for (const step of day) {
    const [scans, answers] = [hall.scanned.length, hall.shown.length]
    if (step.do === 'pass') hall.pass(step.milliseconds)
    forget()
    if (step.do === 'answer') hall.answer()
    else if (step.do === 'see') {
      hall.see(...step.codes)
      for (const text of hall.scanned.slice(scans)) check('scanned', text, now)
      for (const { text } of step.codes) {
        const holding = now.get(text) ?? { last: 0, told: false, beside: new Set() }
        for (const other of step.codes) holding.beside.add(other.text)
        now.set(text, { ...holding, last: hall.now() })
      }
    }
    for (const text of hall.shown.slice(answers)) {
      check('shown', text, now)
      const holding = now.get(text)
      if (holding !== undefined) holding.told = true
    }
  }
}
const badgesAnswered = (holdings: ReadonlyMap<string, Holding>) =>
  [...holdings].filter(([text, { told }]) => told && KNOWN.includes(text))

describe('whatever is held where, whatever the reader misses, and however late the station answers', () => {
  test('nothing unknown is shown while a badge is held whose answer was shown', () => {
    fc.assert(
      fc.property(tidyDay, (day) => {
        live(day, (what, text, holdings) => {
          if (what === 'shown' && STRANGE.includes(text)) expect(badgesAnswered(holdings)).toEqual([])
        })
      }),
      { numRuns: runs(500) },
    )
  })

  test('nor is what was once seen in one picture with that badge, wherever the two go', () => {
    fc.assert(
      fc.property(dayOfTwo, (day) => {
        live(day, (what, text, holdings) => {
          if (what === 'shown' && STRANGE.includes(text))
            expect(badgesAnswered(holdings).filter(([, { beside }]) => beside.has(text))).toEqual([])
        })
      }),
      { numRuns: runs(500) },
    )
  })

  test('a code whose answer was shown is a scan again only when it has not been seen for five seconds', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        live(day, (what, text, holdings) => {
          if (what === 'scanned') expect(holdings.get(text)?.told ?? false).toBe(false)
        })
      }),
      { numRuns: runs(500) },
    )
  })

  test('every badge that is held out alone is answered at once, and every other code when five seconds have passed at the latest', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...EVERYTHING), within, (day, text, x) => {
        const others = day.map((step) =>
          step.do === 'see' ? { ...step, codes: step.codes.filter((code) => code.text !== text) } : step,
        )
        const hall = door()
        for (const step of others) {
          if (step.do === 'pass') hall.pass(step.milliseconds)
          else if (step.do === 'see') hall.see(...step.codes)
        }
        hall.see(held(text, x))
        if (KNOWN.includes(text)) expect(hall.shown.at(-1)).toBe(text)
        hall.pass(5000)
        hall.see(held(text, x))
        // Held all the while, so that it is not a scan of its own now.
        expect(hall.shown.filter((one) => one === text).length).toBeGreaterThan(0)
      }),
    )
  })
})
