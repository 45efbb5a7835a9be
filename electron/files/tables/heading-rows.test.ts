import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/support/chance.ts'
import { readList } from '../../../test/support/read-list.ts'
import type { Table } from './table.ts'

function table(bytes: Uint8Array): Table {
  const read = readList('list', bytes)
  if (read.kind === 'error') throw new Error(read.sentence)
  return read
}
const csv = (...lines: string[]) => table(Buffer.from(`${lines.join('\n')}\n`))

describe('headings on more than one row', () => {
  test('“Name” over “First” and “Last”: the lower row is the headings, and that is said once', () => {
    const read = table(readFileSync(new URL('../../../test/cases/headings-on-two-rows.xlsx', import.meta.url)))
    expect(read).toMatchObject({
      headingRow: 2,
      headings: ['First', 'Last', 'Email', 'Organisation'],
      rows: [{ number: 3, cells: ['Ada', 'Okafor', 'ada@example.org', 'Brightmoor'] }],
      notices: [{ row: 1, value: 'Name Name Contact Contact', rows: 2 }],
    })
    expect(read.notices[0]?.reason).toContain('rows 1 to 2')
  })

  test.each([
    [
      'groups that are merged, so that the next cells are empty',
      ['Person,,Work,', 'First name,Surname,Employer,Job title', 'Ada,Okafor,Brightmoor,Nurse'],
      ['First name', 'Surname', 'Employer', 'Job title'],
    ],
    [
      'headings that go over both rows beside a group',
      ['Name,Organisation,Contact,', ',,Email,Phone', 'Ada Okafor,Brightmoor,ada@example.org,0121'],
      ['Name', 'Organisation', 'Email', 'Phone'],
    ],
    [
      'a word for each column, and the heading below it',
      ['Person,Place,Reach them', 'Full name,Organisation,E-mail', 'Ada Okafor,Brightmoor,'],
      ['Full name', 'Organisation', 'E-mail'],
    ],
    [
      'the same heading in two groups, each called after its group',
      ['Delegate,,Manager,', 'Name,Email,Name,Email', 'Ada Okafor,a@example.org,Bo Lee,b@example.org'],
      ['Delegate Name', 'Delegate Email', 'Manager Name', 'Manager Email'],
    ],
    [
      'a name that is somebody else’s by its group',
      ['Delegate,,Emergency contact,', 'First name,Surname,Name,Phone', 'Ada,Okafor,Bo Lee,0121'],
      ['First name', 'Surname', 'Emergency contact Name', 'Phone'],
    ],
    [
      'a word that is only a heading with its group',
      ['Delegate,,Organisation,', 'First name,Surname,Name,Type', 'Ada,Okafor,Brightmoor,School'],
      ['First name', 'Surname', 'Organisation Name', 'Organisation Type'],
    ],
    [
      'a title, then groups, then headings',
      ['Promise Day,,,', 'Name,,Contact,', 'First,Last,Email,Organisation', 'Ada,Okafor,,Brightmoor'],
      ['First', 'Last', 'Email', 'Organisation'],
    ],
    [
      'a report that says above for what it was made',
      ['Event:,Promise Day,Printed:,21 Nov', 'Name,Organisation,Email,Table', 'Ada Okafor,Brightmoor,,1'],
      ['Name', 'Organisation', 'Email', 'Table'],
    ],
    [
      'the same in merged cells',
      ['Event:,,Promise Day,', 'Name,Organisation,Email,Table', 'Ada Okafor,Brightmoor,,1'],
      ['Name', 'Organisation', 'Email', 'Table'],
    ],
    [
      'a title in which a word of headings stands',
      ['Delegates by sector,,', 'Name,Organisation,Email', 'Ada Okafor,Brightmoor,'],
      ['Name', 'Organisation', 'Email'],
    ],
  ])('%s', (_what, lines, headings) => {
    const read = csv(...lines)
    expect(read.headings).toEqual(headings)
    expect(read.rows.map(({ number }) => number)).toEqual([lines.length])
  })

  test.each([
    [
      'who works for a Council as a Delegate',
      ['Name,Org,Type', 'Ada Okafor,Council,Delegate', 'Tom Nwosu,School,Guest'],
    ],
    ['in two columns', ['Fname,Sname,Org,Type', 'Ada,Okafor,Council,Delegate', 'Tom,Nwosu,School,Guest']],
    ['beside a heading that is missing', ['Name,,Organisation', 'Ada,Okafor,Council', 'Tom,Nwosu,School']],
    ['whose name is missing', ['Name,Organisation,Role', ',Council,Delegate', 'Tom Nwosu,School,Guest']],
    ['like the next one', ['Where,Kind,Part', 'Council,Delegate,School', 'Council,Guest,School']],
    [
      'of whom much is known',
      ['Who,Place,Kind,Part', 'Ada Okafor,Council,Delegate,School', 'Tom Nwosu,Trust,Guest,Agency'],
    ],
    ['below groups without headings', ['Person,,Work,', 'Ada,Okafor,Council,Clerk', 'Tom,Nwosu,School,Nurse']],
    ['with an address', ['Who,What', 'Council,Delegate,ada@example.org', 'School,Guest,tom@example.org']],
    ['who is the only one', ['Name,Organisation', 'Ada Okafor,Council']],
    ['below a heading of one word', ['Name', 'Ada Okafor', 'Council', 'Delegate']],
    [
      'under headings that nobody knows',
      ['Enw,Sefydliad,Swydd', 'Ada Okafor,Council,Delegate', 'Tom Nwosu,School,Role'],
    ],
  ])('the first person is never taken for headings: one %s', (_whom, lines) => {
    const read = csv(...lines)
    expect([read.headingRow, read.rows.length]).toEqual([1, lines.length - 1])
  })

  test('whoever stands below known headings is a row, whatever stands in their cells', () => {
    const word = fc.constantFrom(
      'Council',
      'Delegate',
      'School',
      'Role',
      'Police sector',
      'Email',
      'Ada',
      'Table 4',
      '',
    )
    const person = fc.tuple(fc.constantFrom('Ada Okafor', 'Tom Nwosu', 'Ng', 'Grace Bello'), word, word, word)
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (people) => {
        const read = csv('Name,Organisation,Role,Email', ...people.map((cells) => cells.join(',')))
        expect(read.rows.map(({ cells }) => cells)).toEqual(people)
      }),
    )
  })
})
