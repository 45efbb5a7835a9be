import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../test/support/test-station.ts'
import type { Contact } from '../../../shared/contract/follow-up.ts'
import { byWhenWords, greetingOf, letterTo } from './letter.ts'

const pack = shippedPack()
const pledge = {
  id: '0190a000-0000-7000-8000-000000000001',
  reference: '7K3QF9W',
  type: 'work-experience',
  wording: 'Two weeks in our workshop',
  quantity: 4,
  timescale: '30 June 2024',
  due: '2024-06-30',
  group: '',
}
const ewa: Contact = {
  name: 'Ewa Kaur',
  role: 'Youth worker',
  organisation: 'Elmdon House',
  sector: 'voluntary',
  email: 'ewa@elmdon.example',
  pledges: [pledge],
}

describe('a letter', () => {
  test('thanks, says what they promised in their own words and the event’s units, and asks one thing', () => {
    const { subject, text } = letterTo(ewa, pack, false)
    expect(subject).toBe(`Thank you for your pledge at ${pack.name}`)
    expect(text.startsWith('Dear Ewa Kaur,\n\nThank you for what you promised')).toBe(true)
    expect(text).toContain(
      '“Two weeks in our workshop”\n4 work placements, by when: 30 June 2024, reference NEC-7K3-QF9W\n\n',
    )
    expect(text).toContain(pack.strategy.followUp)
    expect(text).toContain('Is this still right, and is there anything that would help you to keep it?')
    expect(text).toContain(pack.privacy.contact)
    expect(text).not.toMatch(/REHEARSAL/i)
  })

  test('tells all of several, each by itself', () => {
    const other = { ...pledge, wording: 'A mentor', quantity: null, timescale: '', due: null }
    const { subject, text } = letterTo({ ...ewa, pledges: [pledge, other] }, pack, false)
    expect(subject).toContain('your pledges')
    expect(text).toContain('here they are, in your own words')
    expect(text).toContain('“A mentor”\nWork experience, no date agreed yet, reference NEC-7K3-QF9W')
  })

  test('of a rehearsal cannot pass as one to be sent', () => {
    const { subject, text } = letterTo(ewa, pack, true)
    expect(subject).toMatch(/^REHEARSAL: /)
    expect(text.split('\n')[0]).toMatch(/^REHEARSAL.*Please do not send this/)
  })

  test('greets an organisation where nobody is named', () => {
    expect(greetingOf({ name: '', organisation: 'Elmdon House' })).toBe('Dear friends at Elmdon House')
    expect(greetingOf({ name: '', organisation: '' })).toBe('Dear friend')
  })

  test('says by when in their words, with the day that came of them', () => {
    expect(byWhenWords({ timescale: 'by Easter', due: '2024-03-31' })).toBe('by Easter (31 March 2024)')
    expect(byWhenWords({ timescale: '31 March 2024', due: '2024-03-31' })).toBe('31 March 2024')
    expect(byWhenWords({ timescale: 'when we can', due: null })).toBe('when we can')
  })
})
