import { describe, expect, test } from 'vitest'
import { type AnyWarning, inWords } from './words.ts'

const NOW = new Date(2026, 2, 10, 12, 0)
const at = (hour: number, minute: number, day = 10) => new Date(2026, 2, day, hour, minute).toISOString()
const said = (warning: AnyWarning) => {
  const [words] = inWords([warning], NOW)
  return `${words?.tone}: ${words?.what} ${words?.todo}`
}

describe('what staff read', () => {
  test.each<[AnyWarning, string]>([
    [
      { code: 'battery', severity: 'very-low', percent: 9 },
      'bad: The battery of this tablet is at 9\u00a0% and is not charging. Connect its charger now. If it goes off first, nothing is lost: it opens again as it was.',
    ],
    [
      { code: 'battery', severity: 'low', percent: 18 },
      'warn: The battery of this tablet is at 18\u00a0% and is not charging. Connect its charger. If it is connected, look at the plug and the socket.',
    ],
    [
      { code: 'disk', severity: 'nearly-full', freeMegabytes: 0 },
      'bad: The disk of this tablet is nearly full: less than 10 MB left. Empty its bin and delete other files now, never those of Pledge Kiosk. When it is full nothing new can be written; what is written stays.',
    ],
    [
      { code: 'disk', severity: 'low', freeMegabytes: 2840 },
      'warn: The disk of this tablet is filling up: 2,840 MB left. Empty its bin or delete other files today, never those of Pledge Kiosk.',
    ],
    [
      { code: 'clock', kind: 'wrong', year: 2016 },
      'warn: This tablet believes that it is 2016. Set its date and time. Everything is kept in the right order, but the times it shows and writes down are wrong.',
    ],
    [
      { code: 'clock', kind: 'behind', newest: at(14, 20) },
      'warn: The clock of this tablet is behind: it has written down 14:20 already. Set its date and time if they are wrong. Everything is kept in the right order, but the times it shows and writes down are too early.',
    ],
    [
      { code: 'clock', kind: 'moved', minutes: 180, noticed: at(11, 42) },
      'warn: The clock of this tablet was set 3 hours forward, noticed at 11:42. Look whether it is right now. Everything is kept in the right order, but times from before and after do not fit together: an organiser puts them right under “This tablet”.',
    ],
    [
      { code: 'clock', kind: 'zone', zone: 'America/New_York', minutesOff: -300 },
      'warn: This tablet keeps the time of New York, 5 hours behind Britain’s. Set its time zone to London, then close Pledge Kiosk and open it again. Times on screen, on paper and in the attendance list are wrong by as much.',
    ],
  ])('%o', (warning, words) => {
    expect(said(warning)).toBe(words)
  })

  test('a clock that is days out is told in days, and with the day', () => {
    expect(said({ code: 'clock', kind: 'behind', newest: at(9, 5, 30) })).toContain(
      'written down 30 Mar, 09:05 already',
    )
    expect(said({ code: 'clock', kind: 'moved', minutes: -3 * 24 * 60, noticed: at(11, 42) })).toContain(
      'set 3 days back',
    )
    expect(said({ code: 'clock', kind: 'moved', minutes: 61, noticed: at(11, 42) })).toContain(
      '1 hour 1 minute forward',
    )
    expect(said({ code: 'clock', kind: 'moved', minutes: -3, noticed: at(11, 42) })).toContain('set 3 minutes back')
  })

  test('UTC is right in winter, and says what will happen in summer', () => {
    expect(said({ code: 'clock', kind: 'zone', zone: 'UTC', minutesOff: 0 })).toMatch(
      /the time of UTC, the same as Britain’s only for part of the year\..* Otherwise times .* will be wrong when the clocks change\.$/,
    )
    expect(said({ code: 'clock', kind: 'zone', zone: 'Asia/Kolkata', minutesOff: 330 })).toContain(
      'Kolkata, 5 hours 30 minutes ahead of Britain’s',
    )
  })

  test('what cannot wait stands first, whatever came first', () => {
    const all = inWords(
      [
        { code: 'battery', severity: 'low', percent: 18 },
        { code: 'clock', kind: 'wrong', year: 2016 },
        { code: 'disk', severity: 'nearly-full', freeMegabytes: 90 },
      ],
      NOW,
    )
    expect(all.map(({ id, tone }) => [id, tone])).toEqual([
      ['disk', 'bad'],
      ['battery', 'warn'],
      ['clock-wrong', 'warn'],
    ])
  })
})
