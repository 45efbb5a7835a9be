import { describe, expect, test } from 'vitest'
import type { Table } from '../../../files/tables/index.ts'
import { createStatusReader } from './status-columns.ts'

/** What is said of whether each row comes, by one column beside the name. */
function said(heading: string, values: string[], beside: Record<string, string[]> = {}) {
  const headings = ['Name', heading, ...Object.keys(beside)]
  const rows = values.map((value, index) => ({
    number: index + 2,
    cells: ['Ada Okafor', value, ...Object.values(beside).map((cells) => cells[index] ?? '')],
  }))
  const table: Table = {
    kind: 'csv',
    encoding: 'utf-8',
    encodingGuessed: false,
    delimiter: ',',
    sheets: [],
    sheet: null,
    top: 'headings',
    headingRow: 1,
    headings,
    rows,
    notices: [],
  }
  const reader = createStatusReader(table, new Set([0]), -1)
  return rows.map((row) => {
    const status = reader.of(row)
    return status === null ? 'coming' : (status.away ?? status.kind)
  })
}

describe('Whether somebody comes is read whatever the heading', () => {
  test.each([
    [
      'approval_status',
      ['approved', 'declined', 'waitlist', 'pending_approval', 'Circus'],
      ['coming', 'not-coming', 'waiting', 'unsure', 'unknown'],
    ],
    ['Are you able to join us?', ['Yes', 'No', 'N', ''], ['coming', 'not-coming', 'not-coming', 'coming']],
    ['Void Status', ['', 'void'], ['coming', 'cancelled']],
    ['Cancelled', ['No', 'Yes', 'x', '3/4/2026', ''], ['coming', 'cancelled', 'cancelled', 'cancelled', 'coming']],
    ['cancelled_at', ['', '2026-10-01T10:00:00Z'], ['coming', 'cancelled']],
    ['Apologies received', ['Y', 'N'], ['not-coming', 'coming']],
    ['Waitlist position', ['', '3', '0'], ['coming', 'waiting', 'coming']],
    ['Notes', ['Vegan', 'Cancelled 3/4', 'No', 'Sent apologies'], ['coming', 'cancelled', 'coming', 'not-coming']],
    ['Column G', ['Accepted', 'Rejected', 'Cancelled', 'Accepted'], ['coming', 'not-coming', 'cancelled', 'coming']],
    ['RAG', ['Confirmed', 'Apologies', 'TBC'], ['coming', 'not-coming', 'unsure']],
  ])('%s: %j', (heading, values, wanted) => {
    expect(said(heading, values)).toEqual(wanted)
  })

  test.each([
    ['is_checked_in', ['No', 'No']],
    ['Photo consent', ['Declined', 'Accepted']],
    ['Dinner', ['Not attending', 'Attending']],
    ['Workshop 2 status', ['Cancelled', 'Waitlist']],
    ['Newsletter', ['No', 'Yes']],
    ['DBS status', ['Expired', 'Valid']],
    ['Will you need parking?', ['No', 'Yes']],
    ['Bringing somebody?', ['No', 'No']],
  ])('%s is about something else: %j', (heading, values) => {
    expect(said(heading, values)).toEqual(values.map(() => 'coming'))
  })

  test('what was paid counts, unless the attendee’s own status says that they come: then it is noted', () => {
    expect(said('Order status', ['Refunded', 'Paid'])).toEqual(['cancelled', 'coming'])
    expect(said('Order status', ['Refunded', 'Paid'], { 'Attendee status': ['Attending', 'Cancelled'] })).toEqual([
      'contradicted',
      'cancelled',
    ])
  })

  test('Outlook: whether somebody was required is no answer, beside what they answered', () => {
    expect(
      said('Attendance', ['Required Attendee', 'Required Attendee', 'Optional Attendee'], {
        Response: ['Accepted', 'Declined', 'None'],
      }),
    ).toEqual(['coming', 'not-coming', 'unsure'])
  })

  test('a remark counts where nobody has answered; against a plain yes it is noted, and nobody is lost to it', () => {
    const comments = {
      Comments: ['', 'Cancelled by email', 'Cancelled by email', 'Cancelled his 2nd ticket - still coming'],
    }
    expect(said('Status', ['Registered', 'Registered', 'Invited', 'Registered'], comments)).toEqual([
      'coming',
      'contradicted',
      'cancelled',
      'coming',
    ])
  })

  test('every column that says something of their place is read, not one of them', () => {
    const beside = { Approval: ['Approved', 'Rejected', ''], 'Order status': ['Paid', 'Paid', 'Expired'] }
    expect(said('Registration status', ['Active', 'Active', ''], beside)).toEqual(['coming', 'not-coming', 'cancelled'])
  })

  test('asked again, what they said later counts', () => {
    expect(said('RSVP March', ['Yes', 'No', 'No'], { 'RSVP update': ['No', 'Yes', ''] })).toEqual([
      'not-coming',
      'contradicted',
      'not-coming',
    ])
    // The newer one may stand first; and another question is no answer to this one.
    expect(said('Latest response', ['Yes'], { Response: ['No'] })).toEqual(['contradicted'])
    expect(said('Attending?', ['No'], { 'Approval status': ['Approved'] })).toEqual(['not-coming'])
  })

  test('days: whoever comes on none of them does not come, and one is enough', () => {
    expect(said('3 Dec', ['Y', 'N', 'N', ''], { 'Friday 4 December': ['N', 'N', 'Y', ''] })).toEqual([
      'coming',
      'not-coming',
      'coming',
      'coming',
    ])
    expect(said('3 Dec', ['Sent', 'Chased'])).toEqual(['coming', 'coming'])
  })

  test('what leaves a doubt is noted: a question mark, a cross beside ticks, online, a part of the day', () => {
    expect(said('RSVP', ['✓', 'x', 'Y?', '?', 'Yes - online', 'Yes - morning only'])).toEqual([
      'coming',
      'unsure',
      'unsure',
      'unsure',
      'elsewhere',
      'part',
    ])
    expect(said('RSVP', ['x', ''])).toEqual(['coming', 'coming'])
    expect(said('How will you join?', ['In person', 'Online', 'Either'])).toEqual(['coming', 'elsewhere', 'coming'])
    expect(said('Ticket type', ['Standard', 'Recording only'])).toEqual(['coming', 'elsewhere'])
    expect(said('RSVP', ['Confirmed online 3/4', 'Yes'])).toEqual(['coming', 'coming'])
  })

  test('that they were asked, or paid by transfer, is no answer; a word nobody knows under a question is noted', () => {
    const comments = { Comments: ['Cancelled by email'] }
    expect(said('Attendance', ['Required Attendee'], comments)).toEqual(['cancelled'])
    expect(said('Payment status', ['Bank transfer'], { Status: ['Attending'] })).toEqual(['coming'])
    expect(said('Response to our invitation', ['Circus', 'No'])).toEqual(['unknown', 'not-coming'])
    expect(said('3 Dec', ['Sent', 'Cancelled by phone'])).toEqual(['coming', 'cancelled'])
  })
})
