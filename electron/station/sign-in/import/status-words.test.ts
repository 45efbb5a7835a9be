import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../../test/support/chance.ts'
import type { Meaning } from './status-phrases.ts'
import { meaningAnywhere, meaningOf } from './status-words.ts'

const said: Record<Meaning | 'not understood', string[]> = {
  coming: [
    'Attending',
    'Checked In',
    'paid',
    'Completed',
    'Manual',
    'Yes',
    'approved',
    'ACTIVE',
    'Registered',
    'Required Attendee',
    'Meeting Organizer',
    'Yes, but no nuts please',
    'Confirmed (from waitlist)',
    'Waitlisted, now confirmed',
    'Transferred from Tom Nwosu',
    'In place of Tom Nwosu (cancelled)',
    'Not checked in',
    'Partially Refunded',
    'I will be attending',
    'x',
  ],
  cancelled: [
    'Cancelled',
    'CANCELED',
    'canceled',
    'Refunded',
    'Deleted',
    'Transferred',
    'Canceled by attendee',
    'void',
    'Cancelled by organiser',
    'Registered (cancelled 3/4)',
    'Accepted, then cancelled',
    'Booking cancelled - illness',
    'Refunded/Canceled',
    'canx',
    'Expired',
  ],
  'not-coming': [
    'Not attending (illness)',
    'Sent apologies',
    'has sent her apologies',
    'N',
    'No',
    'Not Attending',
    'Can’t attend',
    'Apologies',
    'No, sorry',
    'No-show',
    'declined',
    'Declined - on leave',
    'Can’t make it',
    'unable to attend',
    'Will not be attending',
    'Not able to attend',
    'No longer able to attend',
    'Withdrew 2/11',
    'rejected',
    'Off sick',
  ],
  waiting: [
    'Waiting list',
    'waitlisted',

    'waitlist',
    'Waitlist - position 3',
    'On the waiting list',
    'Pending from waitlist',
    'wait-listed',
    'Reserve list',
  ],
  unsure: [
    'pending',
    'Unpaid',
    'Tentative',
    'None',
    'AWAITING_PAYMENT',
    'pending_approval',
    'Approval pending',
    'No response',
    'Not yet replied',
    'Maybe (childcare)',
    'Invited',
    'Not attending dinner',
    'Cancelled her hotel',
  ],
  'not understood': ['Circus', 'Was on the waiting list', 'Table 4', 'No nuts', '2026-10-01'],
}
const cases = Object.entries(said).flatMap(([meaning, texts]) => texts.map((text) => [text, meaning] as const))

describe('What a list says of whether somebody comes', () => {
  test.each(cases)('“%s” is %s', (text, meaning) => {
    expect(meaningOf(text) ?? 'not understood').toBe(meaning)
  })

  test.each([
    'Cancelled 3/4',
    'CANCELLED by phone',
    'Sent apologies',
    'Not attending due to illness',
    'Vegetarian. Cancelled 3 April',
    'no longer attending',
    'Can’t make it, sorry',
    'Waiting list',
    'Withdrawn',
  ])('“%s” says under any heading that they do not come', (text) => {
    expect(meaningAnywhere(text)).not.toBeNull()
  })

  test.each([
    'No',
    'N',
    'None',
    'Expired',
    'Cancelled her hotel',
    'Apologies for booking late',
    'Declined the photographs',
    'Not attending the dinner',
    'Not going to workshop 2',
    'Was on the waiting list, now confirmed',
    'Coming instead of Tom, who cancelled',
    'Please cancel my parking',
    'Attending',
    'Comes with a carer',
  ])('“%s” says nothing of coming under a heading that promises nothing', (text) => {
    expect(meaningAnywhere(text)).toBeNull()
  })

  test('however it is written: capitals, spaces and full stops change nothing', () => {
    const phrase = fc.constantFrom(...cases.map(([text]) => text))
    fc.assert(
      fc.property(phrase, fc.constantFrom('', '.', ' ', '!'), (text, end) => {
        expect(meaningOf(text.toUpperCase() + end)).toBe(meaningOf(text))
        expect(meaningOf(text.replaceAll(' ', '_') + end)).toBe(meaningOf(text.replaceAll(' ', '  ')))
      }),
      { numRuns: runs(200) },
    )
  })
})
