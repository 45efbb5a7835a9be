import { describe, expect, test } from 'vitest'
import { readList } from '../../../../test/support/read-list.ts'
import { createCompany } from './who-comes-along.ts'

/** What is noted of somebody who is expected, by one column beside the name. */
function noted(heading: string, value: string) {
  const table = readList('list.csv', new TextEncoder().encode(`Name,"${heading}"\nAda Okafor,"${value}"\nTom Nwosu,\n`))
  if (table.kind === 'error') throw new Error(table.sentence)
  const [row] = table.rows
  if (row === undefined) throw new Error('There is a row')
  return createCompany(table, new Set([0]))
    .besides(row, [])
    .map(({ kind }) => kind)
}

describe('Others whom a row speaks of', () => {
  test.each([
    ['Plus one', 'Yes', 'comes-along'],
    ['+1', '1', 'comes-along'],
    ['Guests', '2', 'comes-along'],
    ['Guest name', 'Bea Ash', 'comes-along'],
    ['Anyone with you?', 'Bringing Xia Voss', 'comes-along'],
    ['Are you bringing a colleague?', 'Yes', 'comes-along'],
    ['Additional attendees', 'Vida Cobb, Wren Cobb', 'comes-along'],
    ['Accompanied by', 'Vida Cobb', 'comes-along'],
    ['Delegate 2 name', 'Vida Cobb', 'comes-along'],
    ['No. attending', '2', 'several-counted'],
    ['Number of places', '3', 'several-counted'],
    ['No. attending', '0', 'nobody-counted'],
    ['Substitute', 'Jon Pratt', 'perhaps-instead'],
    ['Deputy’s name', 'Jon Pratt', 'perhaps-instead'],
  ])('%s: “%s” is %s', (heading, value, kind) => {
    expect(noted(heading, value)).toEqual([kind])
  })

  test.each([
    ['Plus one', 'No'],
    ['Guests', '0'],
    ['Guest name', 'n/a'],
    ['Anyone with you?', 'Just me'],
    ['No. attending', '1'],
    ['Substitute', 'No'],
    ['Guest of', 'Pam Quail'],
    ['Guest speaker', 'Yes'],
    ['Partner organisation', 'Brightmoor Council'],
    ['Deputy head', 'Yes'],
    ['Additional information', 'Two sticks'],
  ])('%s: “%s” brings nobody', (heading, value) => {
    expect(noted(heading, value)).toEqual([])
  })
})
