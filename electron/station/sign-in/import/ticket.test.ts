import { describe, expect, test } from 'vitest'
import { ticketError } from './ticket.ts'

describe('A ticket’s status says whether anyone is coming on it', () => {
  test.each([
    'Attending',
    'Checked In',
    'paid',
    'pending',
    'Completed',
    'Partially Refunded',
    'Unpaid',
    'Yes',
    '',
    'Manual',
  ])('“%s” is coming', (status) => {
    expect(ticketError(status)).toBeNull()
  })
  test.each([
    'Cancelled',
    'canceled',
    'Refunded',
    'Refunded/Canceled',
    'Deleted',
    'Transferred',
    'expired',
    'Canceled by attendee',
  ])('“%s” was cancelled', (status) => {
    expect(ticketError(status)).toMatch(/^This ticket was cancelled\. /)
  })
  test.each(['Not Attending', 'No', 'Can’t attend', 'Apologies'])('“%s” is not coming', (status) => {
    expect(ticketError(status)).toMatch(/not coming/)
  })
  test.each(['Waiting list', 'waitlisted', 'On the waiting list'])('“%s” has no place yet', (status) => {
    expect(ticketError(status)).toMatch(/waiting list/)
  })
})
