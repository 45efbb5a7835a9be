/** The rush at the door, as the person at it feels it: from the scanner's Enter to the answer, from a key to the list. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FoundDelegate } from '../../shared/contract/sign-in.ts'
import type { Figure } from './figure.ts'
import { percentile } from './measure.ts'
import { atOpenDoor, type Guest, type OpenDoor } from './open-door.ts'
import { keystrokes, typedFor } from './search-20k.ts'
import type { ListedPerson } from './watch-page.ts'

const SCANS = { people: 5000, warmUp: 30, measured: 200, apart: 100 }
/** How a scanner types: milliseconds from key to key, how long it holds one, and how late Enter may be on a busy machine. */
const SCANNER = { apart: 5, held: 2, late: 30 }
const TYPING = { people: 20_000, warmUp: 4, typists: 60 }
/** A person's keys, in milliseconds apart; now and then two come almost together, as one finger rolls over the other. */
const KEYS = { least: 40, most: 120, together: 22, howOften: 8, held: 60 }

const percentiles = (
  name: string,
  ours: readonly number[],
  { against, floor }: { against: string; floor: readonly number[] },
): Figure[] =>
  [0.5, 0.95].map((share) => ({
    name: `${name}-p${share * 100}`,
    value: percentile(ours, share),
    unit: 'ms',
    against,
    againstValue: percentile(floor, share),
  }))

/**
 * `sign-in-scan-to-answer-p50` and `-p95`, in milliseconds: from the scanner's Enter to the painted answer card, 5,000
 * people on the list, one scan after the other. Against the bare call over HTTP from the same page, in turns with it.
 */
export const benchScanToAnswer = (): Promise<Figure[]> =>
  atOpenDoor(SCANS.people, async (door) => {
    const { page, guests } = door
    const names = Map.groupBy(guests, ({ name }) => name)
    // An answer is told from the one before it by its name.
    const queue = guests.filter(({ name }) => names.get(name)?.length === 1)
    const ours: number[] = []
    const floor: number[] = []
    for (let turn = -SCANS.warmUp; turn < SCANS.measured; turn += 1) {
      const [scanned, bare] = queue.splice(0, 2)
      if (scanned === undefined || bare === undefined) throw new Error('Nobody is left to sign in')
      const time = await scanBadge(door, scanned)
      await wait(SCANS.apart)
      const call = await page.evaluate((text) => window.pageWatch.call('signIn/scan', { text }), bare.badge)
      await wait(SCANS.apart)
      if (turn < 0) continue
      ours.push(time)
      floor.push(call.time)
    }
    return percentiles('sign-in-scan-to-answer', ours, { against: 'the bare call over HTTP', floor })
  })

/**
 * The keys are sent at once and carry a scanner's own times, because a busy machine could not send them so fast; Enter is
 * sent when it is due. Where even that comes late, what it is late beyond the last that a scanner is heard by counts too.
 */
async function scanBadge({ page, keys }: OpenDoor, { name, badge }: Guest): Promise<number> {
  const answered = page.evaluate((wanted) => window.pageWatch.nextAnswer(wanted), name)
  const start = Date.now()
  const sent = [...badge].flatMap((key, index) => {
    const down = start + index * SCANNER.apart
    return [
      keys.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp: down / 1000, key, text: key }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: (down + SCANNER.held) / 1000, key }),
    ]
  })
  await Promise.all(sent)
  const due = start + badge.length * SCANNER.apart
  await wait(Math.max(0, due - Date.now()))
  const timestamp = Math.min(Date.now(), due + SCANNER.late) / 1000
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, key: 'Enter', text: '\r' })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter' })
  return answered
}

/**
 * `sign-in-key-to-list-p50` and `-p95`, in milliseconds: from a key in the search box to the painted list that answers to
 * it, or to a later key where that came first; 20,000 people on the list, typed at a person's speed, letter by letter.
 * Against the bare call for the same letters from the same page. Keys that change nothing in the list are not counted.
 */
export const benchKeyToList = (): Promise<Figure[]> =>
  atOpenDoor(TYPING.people, async (door) => {
    const { page, guests } = door
    const ours: number[] = []
    const floor: number[] = []
    let passed = 0
    for (let typist = -TYPING.warmUp; typist < TYPING.typists; typist += 1) {
      const guest = guests[((typist + TYPING.warmUp) * 7919) % guests.length]
      if (guest === undefined) continue
      const typed = typedFor(guest.name, guest.organisation, typist + TYPING.warmUp)
      const lists: Record<string, ListedPerson[]> = {}
      for (const query of keystrokes(typed)) {
        const { time, answer } = await page.evaluate(
          (asked) => window.pageWatch.call('signIn/find', { query: asked }),
          query,
        )
        lists[query] = (answer as FoundDelegate[]).map(listed)
        if (typist >= 0) floor.push(time)
      }
      await page.evaluate((expected) => window.pageWatch.expect(expected), lists)
      await typeAsAPerson(door, typed, typist)
      await wait(400)
      const { times, open } = await page.evaluate(() => window.pageWatch.takeTimes())
      passed += open
      if (typist >= 0) ours.push(...times)
      await page.keyboard.press('Escape')
    }
    if (passed > 0) throw new Error(`${passed} lists were never painted`)
    return percentiles('sign-in-key-to-list', ours, { against: 'the bare call over HTTP', floor })
  })

const listed = ({ id, name, marks }: FoundDelegate): ListedPerson => ({
  id,
  marked: marks.map(([start, end]) => name.slice(start, end)).join('|'),
})

/** The same rhythm for the same seed; never three keys together, which only a scanner does. */
async function typeAsAPerson({ keys }: OpenDoor, text: string, seed: number): Promise<void> {
  let down = 0
  const events = [...text].flatMap((key, index) => {
    const chance = ((index + 1) * 7919 + (seed + 99) * 104_729) % 997
    down += index % KEYS.howOften === 4 ? KEYS.together : KEYS.least + (chance % (KEYS.most - KEYS.least))
    return [
      { due: down, event: { type: 'keyDown' as const, key, text: key } },
      { due: down + KEYS.held, event: { type: 'keyUp' as const, key } },
    ]
  })
  const start = performance.now()
  for (const { due, event } of events.toSorted((one, other) => one.due - other.due)) {
    await wait(Math.max(0, start + due - performance.now()))
    await keys.send('Input.dispatchKeyEvent', event)
  }
}
