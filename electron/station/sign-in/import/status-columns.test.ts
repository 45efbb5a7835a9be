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

  test('what was paid tells it only where nothing else does', () => {
    expect(said('Order status', ['Refunded', 'Paid'])).toEqual(['cancelled', 'coming'])
    expect(said('Order status', ['Refunded', 'Paid'], { 'Attendee status': ['Attending', 'Cancelled'] })).toEqual([
      'coming',
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

  test('of several columns the one that takes somebody away counts', () => {
    expect(said('Status', ['Registered', 'Registered'], { Comments: ['', 'Cancelled by email'] })).toEqual([
      'coming',
      'cancelled',
    ])
  })
})
