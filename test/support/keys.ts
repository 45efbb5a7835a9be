/** A keyboard and a scanner whose keys say themselves when they went down: time is handed in, and nothing waits for it. */
import type { Page } from 'playwright-core'

/** One key; `at` counts from the first of those sent together. Milliseconds. */
export type Key = { key: string; at: number; held: number }

export type Keys = {
  /** All at once, in the order of their times; by those a while has passed since the last. */
  send(keys: readonly Key[]): Promise<void>
  /** As a person types. */
  type(text: string): Promise<void>
  press(key: string): Promise<void>
  /** As a scanner does, with Enter at the end. */
  scan(code: string): Promise<void>
}

const PERSON = { apart: 120, held: 70 }
/** `held` as a share: a scanner lets go of a key before it presses the next. */
const SCANNER = { apart: 5, held: 0.6 }
/** From one thing that is done to the next: long enough that no key of one is taken for the other’s. Milliseconds. */
const PAUSE = 250

/** What Chromium has to know of a key to do with it what a keyboard’s does. */
const NAMED: Record<string, { code: string; windowsVirtualKeyCode: number; text?: string }> = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
}

/** The keys that a person holds down one after the other. */
export const typedKeys = (text: string): Key[] =>
  Array.from(text).map((key, index) => ({ key, at: index * PERSON.apart, held: PERSON.held }))

/** The keys of a scanner, Enter at their end. */
export const scannedKeys = (code: string, { at = 0, apart = SCANNER.apart } = {}): Key[] =>
  [...code, 'Enter'].map((key, index) => ({ key, at: at + index * apart, held: apart * SCANNER.held }))

/**
 * The keys of this page, wherever its focus is. Their time runs ahead of the machine’s, so whoever uses them uses no others on the
 * page: those would seem to have come before.
 */
export async function keysOf(page: Page): Promise<Keys> {
  const session = await page.context().newCDPSession(page)
  let now = 0
  const send = async (keys: readonly Key[]) => {
    const start = Math.max(now, Date.now()) + PAUSE
    now = start + Math.max(...keys.map(({ at, held }) => at + held))
    const events = keys.flatMap(({ key, at, held }) => {
      const named = NAMED[key] ?? { text: key }
      return [
        { type: 'keyDown' as const, key, ...named, at },
        { type: 'keyUp' as const, key, ...named, text: '', at: at + held },
      ]
    })
    await Promise.all(
      events
        .toSorted((one, other) => one.at - other.at)
        .map(({ at, ...event }) =>
          session.send('Input.dispatchKeyEvent', { ...event, timestamp: (start + at) / 1000 }),
        ),
    )
  }
  return {
    send,
    type: (text) => send(typedKeys(text)),
    press: (key) => send([{ key, at: 0, held: PERSON.held }]),
    scan: (code) => send(scannedKeys(code)),
  }
}
