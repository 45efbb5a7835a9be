/** Lists as somebody else wrote them who knew nothing of how they are read: who is on them, with what details, and what is said of the rest. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readList } from '../../../../test/support/read-list.ts'
import { AS_FOUND } from '../../../../shared/domain/import-decisions.ts'
import { drain } from '../../../slices.ts'
import { workingOut } from './outcome.ts'

/** `people`: name, address and one detail more, as far as they matter. `out`, `notes`: rows, and the words that tell what is said. */
type Wanted = { people: string[]; out?: [number, string][]; notes?: [number, string][] }

const NOT_ASKED = 'Only those behind “To:”'
const TWO = 'may name more people than one'
const COUNTS = 'stands for a number of people'
const OF_LIST = 'says something of the list'
const ADDS_UP = 'adds up others'
const GUESSED = 'No heading says plainly'
const BESIDE = 'stands beside the name'

const LISTS: Record<string, Wanted> = {
  'message-top.txt': {
    people: [
      'Rowan Tye, rowan@example.org',
      'Sian Upton, sian@example.org',
      'Wyn Yardley, wyn@example.org, Example MBC',
      'Zed Ash, zed@example.org',
    ],
    out: [[3, 'only the address “viv@example.org”']],
    notes: [
      [1, NOT_ASKED],
      [5, NOT_ASKED],
    ],
  },
  'an-address-a-line.txt': {
    people: ['Rowan Tye, rowan@example.org', 'Sian Upton, sian@example.org', 'Wyn Yardley, wyn@example.org'],
  },
  'titles.csv': {
    people: [
      'Dr Mary Ellis, mary@example.org',
      'Dr Maud Ellis, maud@example.org',
      'Ms Amy HOLT-Jones, amy@example.org',
      'Kim Jay PhD, kim@example.org',
      'Cllr. Nora Lamb MBE, nora@example.org',
      'Lord Gray, gray@example.org',
      'Rebecca (Becky) SMITH-JONES, becky@example.org',
      'Ana Lucia de la Cruz, ana@example.org',
    ],
  },
  'asked-to-be-called.csv': {
    people: [
      'Revd Sam Zane, sam@example.org',
      'Tina Abel, tina@example.org',
      'Rob Kerr, rob@example.org',
      'Tess Lunn, tess@example.org',
    ],
    notes: [[3, 'pronouns and no name']],
  },
  'beside-names.csv': {
    people: [
      'Zia Gant, zia@example.org, Example A',
      'Bev Innes, bev@example.org, Example A',
      'Rae York, rae@example.org, Example A, vegan',
      'Oda Vine, oda@example.org, Example A',
    ],
    out: [[6, 'not coming']],
    notes: [
      [2, BESIDE],
      [3, BESIDE],
    ],
  },
  'several-in-a-cell.csv': {
    people: [
      'Nia Orme, Pat Quill, nia@example.org, Example Trust',
      'Rita Sole / Tom Unwin, rita@example.org, Example School',
      'Brand & Sons Ltd, brand@example.org, Example Trust',
      'Guest Chapman, chapman@example.org, Example Trust',
    ],
    out: [
      [3, COUNTS],
      [4, COUNTS],
      [5, COUNTS],
      [7, COUNTS],
      [8, 'holds a place'],
      [9, 'a room and nobody'],
    ],
    notes: [
      [2, TWO],
      [6, TWO],
      [10, 'looks like an organisation'],
    ],
  },
  'below-the-list.csv': {
    people: ['Ana Bly, ana@example.org', 'Page Turner'],
    out: [
      [4, OF_LIST],
      [5, ADDS_UP],
      [6, OF_LIST],
      [7, OF_LIST],
      [8, OF_LIST],
      [9, ADDS_UP],
    ],
  },
  'customers-and-staff.csv': {
    people: ['Zoe Abbot, zoe@example.org', 'Amir Bash, amir@example.org'],
    notes: [[1, GUESSED]],
  },
  'delegates-in-columns.csv': {
    people: ['Una Barr, una@example.org', 'Wes Darr, wes@example.org'],
    notes: [
      [1, GUESSED],
      [2, 'names another person'],
    ],
  },
  'nom-et-prenom.csv': {
    people: ['Zoë Lefèvre, zoe@example.org, Café Été', 'Iñigo Ñandú, inigo@example.org, Müller'],
  },
  'odd-headings.csv': {
    people: [],
    out: [
      [2, 'No column is chosen for the name'],
      [3, 'No column is chosen for the name'],
    ],
    notes: [[1, 'None of these columns']],
  },
  'lunch-and-diet.csv': {
    people: ['Ada Fox, ada@example.org, Carries an EpiPen', 'Ben Elk, ben@example.org, Vegan'],
    notes: [[2, 'What people need stands in this column, too']],
  },
  'tickets-of-one-buyer.csv': {
    people: ['Bob Buyer, bob@example.org', 'Ann Ames'],
    notes: [[3, 'Row 2 has the same name, and this is another ticket']],
  },
  'broken-quotes.csv': {
    people: ['Eva Fenn, eva@example.org, Example Org'],
    out: [[2, 'may have swallowed 3 rows below']],
  },
  'positions.csv': {
    people: ['Freya Holt, freya@example.org, Example Ltd, Head', 'Gus Holt, gus@example.org, Example Ltd, Lead'],
  },
}

const AGAINST = { event: { sectors: [] }, listed: [], similar: () => [], corrected: () => new Set<string>() }

function outcomeOf(name: string) {
  const bytes = readFileSync(new URL(`../../../../test/cases/outside/${name}`, import.meta.url))
  const table = readList(name, new Uint8Array(bytes), { top: 'guess' })
  if (table.kind === 'error') throw new Error(table.sentence)
  return drain(workingOut(table, AS_FOUND, AGAINST))
}

describe('columns and names of lists from elsewhere', () => {
  test.each(Object.entries(LISTS))('%s', (name, { people, out = [], notes = [] }) => {
    const { matched, read } = outcomeOf(name)
    const said = matched.adds.map(({ values }) =>
      [values.name, values.email, values.organisation, values.role, values.dietaryNeeds]
        .filter((value) => value !== '')
        .join(', '),
    )
    expect(said).toEqual(people)
    const told = (all: readonly { row: number; reason: string }[], wanted: readonly [number, string][]) =>
      all.map(({ row, reason }) => [
        row,
        wanted.find(([of, words]) => of === row && reason.includes(words))?.[1] ?? reason,
      ])
    const byRow = (one: (string | number)[], other: (string | number)[]) => Number(one[0]) - Number(other[0])
    expect(told(read.errors, out)).toEqual(out)
    expect(told([...read.notices, ...matched.notices], notes).toSorted(byRow)).toEqual(notes)
  })
})
