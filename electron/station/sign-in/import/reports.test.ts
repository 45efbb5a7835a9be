/** Tells of lists as meeting programs, ticket shops and address books write them: what stands in them that is nobody, and no answer. */
import { expect, test } from 'vitest'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { readList } from '../../../../test/support/read-list.ts'
import { drain } from '../../../slices.ts'
import { workingOut } from './outcome.ts'

const AGAINST = { event: { sectors: [] }, listed: [], similar: () => [], corrected: () => new Set<string>() }

const read = (text: string) => {
  const table = readList('list.csv', new TextEncoder().encode(text), { top: 'guess' })
  if (table.kind === 'error') throw new Error(table.sentence)
  return drain(workingOut(table, AS_FOUND, AGAINST)).read
}
const named = (text: string) => {
  const { candidates, errors } = read(text)
  return { people: candidates.map(({ name }) => name), left: errors.map(({ row }) => row) }
}

test('a meeting’s report has a summary above its people, and says its headings again below them', () => {
  const report = [
    '1. Summary',
    'Meeting title\tPartnership event',
    'Attended participants\t2',
    '',
    '2. Participants',
    'Name\tFirst Join\tEmail\tParticipant ID (UPN)\tRole',
    'Ewa Kaur\t12/12/23, 9:01\tewa@elmdon.example\tewa@elmdon.example\tPresenter',
    'Cy Ng (Guest)\t12/12/23, 9:02\t\t\tAttendee',
    '',
    '3. In-Meeting Activities',
    'Name\tJoin Time\tEmail\tRole',
  ].join('\r\n')
  expect(named(report)).toEqual({ people: ['Ewa Kaur', 'Cy Ng'], left: [10, 11] })
  expect(read(report).candidates.map(({ organisation }) => organisation)).toEqual(['', ''])
})

test.each(['Check-in status', 'Scan status', 'Entry status', 'Waiver status', 'Resale status', 'Form status'])(
  '“No” under “%s” is no answer to whether somebody comes',
  (heading) => {
    const list = `Name,${heading}\nEwa Kaur,No\nBo Li,Yes\nCy Ng,No`
    expect(named(list)).toEqual({ people: ['Ewa Kaur', 'Bo Li', 'Cy Ng'], left: [] })
  },
)

test('“Cancelled” under the status of anything, and “No” under that of an attendee, is one', () => {
  expect(named('Name,Form status\nEwa Kaur,Cancelled\nBo Li,Sent')).toEqual({ people: ['Bo Li'], left: [2] })
  expect(named('Name,Attendance status\nEwa Kaur,No\nBo Li,Yes')).toEqual({ people: ['Bo Li'], left: [2] })
})

test('“N” under “Accepted” may be of somebody who has not answered: they are expected, and it is noted', () => {
  const list = 'Name,Replied,Accepted\nEwa Kaur,Y,Y\nBo Li,Y,N'
  expect(named(list)).toEqual({ people: ['Ewa Kaur', 'Bo Li'], left: [] })
  expect(read(list).notices.map(({ row, column }) => [row, column])).toEqual([[3, 'Accepted']])
  const ticks = 'Name,Organisation,Accepted,Declined,No reply\nEwa Kaur,Elmdon,x,,\nBo Li,Elmdon,,x,\nCy Ng,Police,,,x'
  expect(named(ticks)).toEqual({ people: ['Ewa Kaur', 'Cy Ng'], left: [3] })
  expect(read(ticks).notices.map(({ row, column }) => [row, column])).toEqual([[4, 'No reply']])
})

test('a survey has a column for each answer, with the answers below the questions', () => {
  const survey = [
    'Respondent ID,Your name,Will you attend on 12 December?,,,Which organisation do you work for?',
    ',Open-Ended Response,Yes,No,Not sure yet,Open-Ended Response',
    '1,Ewa Kaur,Yes,,,Elmdon',
    '2,Bo Li,,No,,Elmdon',
    '3,Cy Ng,,,Not sure yet,Police',
  ].join('\n')
  expect(named(survey)).toEqual({ people: ['Ewa Kaur', 'Cy Ng'], left: [4] })
  expect(read(survey).candidates.map(({ organisation }) => organisation)).toEqual(['Elmdon', 'Police'])
})

test('initials stand where there is no first name, and what begins and ends a message is nobody', () => {
  expect(named('Surname,Initials,Org\nLi,B J,Elmdon').people).toEqual(['B J Li'])
  expect(named('Hi all,\n1) Ewa Kaur\n2) Bo Li\nMany thanks').people).toEqual(['Ewa Kaur', 'Bo Li'])
})

test('an address book’s kind of address is no address', () => {
  const [ewa] = read(
    'First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value\nEwa,Kaur,Elmdon,Manager,* Work,ewa@elmdon.example',
  ).candidates
  expect(ewa).toMatchObject({ email: 'ewa@elmdon.example', role: 'Manager', organisation: 'Elmdon' })
})

test('among lines with a bullet, one without stands over them; one that may be somebody is looked at', () => {
  const list =
    'Attendees for 12/12\n\nElmdon Council\n - Ewa Kaur (Director)\n - Bo Li\nMay Day\n - Cy Ng\n - Di Roe\n - Ed Poe'
  expect(named(list)).toEqual({ people: ['Ewa Kaur', 'Bo Li', 'May Day', 'Cy Ng', 'Di Roe', 'Ed Poe'], left: [1, 3] })
  expect(read(list).notices.map(({ value }) => value)).toContain('May Day')
})
