import { describe, expect, test } from 'vitest'
import type { Session } from '../../shared/domain/event-pack.ts'
import { timeLeft, whenInWords, whoInWords } from './workshop.ts'

const session: Session = {
  id: 'w',
  title: 'Workshop',
  kind: 'workshop',
  day: '2023-12-12',
  starts: '10:00',
  ends: '10:40',
  room: '',
  about: '',
  priorities: [],
  questions: [],
}

describe('the clock on the table', () => {
  test('fourteen minutes are left, and five more can be had', () => {
    expect(timeLeft(session, new Date(2023, 11, 12, 10, 26), 0)).toEqual({ minutes: 14, share: 0.65 })
    expect(timeLeft(session, new Date(2023, 11, 12, 10, 26), 5)?.minutes).toBe(19)
    expect(timeLeft(session, new Date(2023, 11, 12, 10, 42), 5)?.minutes).toBe(3)
  })

  test('before, after, and on another day nothing is counted', () => {
    expect(timeLeft(session, new Date(2023, 11, 12, 9, 59), 0)).toBeNull()
    expect(timeLeft(session, new Date(2023, 11, 12, 10, 40), 0)).toBeNull()
    expect(timeLeft(session, new Date(2023, 11, 13, 10, 20), 0)).toBeNull()
  })
})

describe('gaps are questions', () => {
  test('a day that was worked out says from what; no day asks', () => {
    expect(whenInWords({ timescale: 'spring term', due: '2024-03-28', dueDerived: true })).toBe(
      '“spring term” = by 28 March 2024',
    )
    expect(whenInWords({ timescale: '31 March 2024', due: '2024-03-31', dueDerived: false })).toBe('By 31 March 2024')
    expect(whenInWords({ timescale: 'when we can', due: null, dueDerived: false })).toBe('When? “when we can”')
    expect(whenInWords({ timescale: '', due: null, dueDerived: false })).toBe('When?')
  })

  test('nobody named asks who', () => {
    expect(whoInWords({ owner: 'Head of Sport', organisation: 'Leisure services', area: '' })).toBe(
      'Head of Sport, Leisure services',
    )
    expect(whoInWords({ owner: 'Head of Sport', organisation: 'Solihull Council', area: 'Leisure' })).toBe(
      'Head of Sport, Leisure, Solihull Council',
    )
    expect(whoInWords({ owner: '', organisation: '', area: '' })).toBe('Who will see to it?')
  })
})
