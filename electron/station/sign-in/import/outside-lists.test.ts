/** Lists as somebody else wrote them who knew nothing of how they are read: who comes, who does not, and what is said of either. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { organiser, readyStation } from '../../../../test/support/test-station.ts'

/** What each row is told, by the words that tell it from others; `names`: everybody expected, in the order of the list. */
type Wanted = { names: string; out?: [number, string][]; notes?: [number, string][] }

const GONE = 'not coming on this ticket'
const CANCELLED = 'was cancelled'
const UNSURE = 'does not say for certain'
const UNKNOWN = 'does not know what this says'
const AGAINST = 'another column that they are'
const ELSEWHERE = 'join from elsewhere'
const MORE = 'stands for more people'
const ALONG = 'comes along and is not on the list yet'
const BRINGS = 'brings somebody'
const NOBODY = 'is nobody'
const NAMELESS = 'There is no name here'

const LISTS: Record<string, Wanted> = {
  // A remark about another ticket loses nobody.
  'remark-against-status': {
    names: 'Ola Berg, Pia Berg, Sue Dent, Tim Eves',
    out: [[4, CANCELLED]],
    notes: [[5, UNSURE]],
  },
  'substitute-column': {
    names: 'Hal Nutt, Kaz Rook, Mel Tonks',
    out: [[3, 'Jon Pratt is to come instead']],
    notes: [[5, 'Nan Udo is to come instead']],
  },
  'answers-by-hand': {
    names: 'Hal Fenn, Ida Gill, Jon Hope, Kay Ince, Lou Judd, Moe Kell, Nan Lord, Ola Moss, Pip Neve, Quy Odd',
    out: [
      [2, 'Priya Shah is to come instead'],
      [3, 'Tom Cope is to come instead'],
      [4, 'Gus Earl is to come instead'],
    ],
    notes: [
      [6, UNSURE],
      [9, UNSURE],
      [10, UNSURE],
      [13, UNSURE],
      [14, 'for a part of it only'],
    ],
  },
  'plus-one-columns': {
    names: 'Abe Ash, Cal Elm, Dee Fir, Eva Oak, Fin Yew, Gus Bay',
    notes: [
      [2, MORE],
      [2, BRINGS],
      [2, ALONG],
      [4, MORE],
      [4, BRINGS],
      [5, 'Nobody is counted here'],
      [6, MORE],
      [6, 'may stand for more people'],
      [7, 'may stand for more people'],
    ],
  },
  'additional-guests': {
    names: 'Tad Bird, Ulf Cobb',
    out: [
      [4, GONE],
      [5, CANCELLED],
    ],
    notes: [[3, ALONG]],
  },
  'asked-twice': { names: 'Bea Elm, Cal Fir', out: [[2, GONE]], notes: [[4, AGAINST]] },
  'order-and-ticket-status': { names: 'Lou Finn, Meg Finn, Oz Canc', out: [[4, CANCELLED]], notes: [[5, AGAINST]] },
  'order-expired': {
    names: 'Freya Holt, Gus Holt, Ian Pend',
    out: [
      [4, NAMELESS],
      [5, CANCELLED],
      [7, CANCELLED],
    ],
    notes: [[6, UNSURE]],
  },
  'three-statuses': {
    names: 'Abe Ash, Dee Oak',
    out: [
      [3, CANCELLED],
      [4, GONE],
    ],
    notes: [[2, AGAINST]],
  },
  'paid-and-registered': {
    names: 'Gia Nott, Hob Otis, Ike Pugh, Jax Reeve',
    out: [[6, CANCELLED]],
    notes: [
      [2, AGAINST],
      [3, UNSURE],
      [4, UNSURE],
    ],
  },
  'shop-orders': {
    names: 'Abe Ash, Bea Elm, Dee Oak, Fin Box',
    out: [
      [4, CANCELLED],
      [6, CANCELLED],
    ],
    notes: [
      [5, UNSURE],
      [7, UNSURE],
    ],
  },
  'status-in-name': {
    names: 'Hal Orr, Ida Pye, Jo Quy',
    out: [
      [2, CANCELLED],
      [3, GONE],
      [4, GONE],
      [5, GONE],
      [6, CANCELLED],
      [7, GONE],
      [8, 'on the waiting list'],
    ],
    notes: [
      [9, UNSURE],
      [10, MORE],
      [11, ELSEWHERE],
    ],
  },
  'response-to-invitation': {
    names: 'Eva Yew, Gus Bay, Jon Fig, Nia Rue',
    out: [2, 3, 4, 5, 7, 9, 10, 12, 13, 14].map((row) => [row, GONE]),
    notes: [
      [8, UNSURE],
      [11, UNKNOWN],
      [15, UNSURE],
    ],
  },
  'reply-by-hand': {
    names: 'Lex Tarn, Mac Upex, Nan Voce, Pat Yull, Rob Zell, Sid Acre',
    out: [[5, GONE]],
    notes: [[8, UNSURE]],
  },
  'sections-in-capitals': {
    names: 'Dan Jupp, Eve Kirk',
    out: [
      [2, NOBODY],
      [5, NOBODY],
      [6, 'under “APOLOGIES” in row 5 and is not expected'],
      [7, NOBODY],
      [8, 'under “WAITING LIST” in row 7 and has no place yet'],
    ],
  },
  'sections-in-words': {
    names: 'Dan Jupp, Gwyn Mole',
    out: [
      [3, NOBODY],
      [4, 'under “Apologies received from:” in row 3 and is not expected'],
      [5, NOBODY],
      [7, NOBODY],
      [8, 'under “Cancelled since last list” in row 7 and is not expected'],
    ],
    notes: [[6, 'Row 6 stands under the heading of row 5']],
  },
  days: {
    names: 'Abe Bond, Cas Dyer',
    out: [
      [3, GONE],
      [5, GONE],
    ],
  },
  'how-they-join': { names: 'Jem Kay, Kim Law, Lea May', notes: [[3, ELSEWHERE]] },
  'ticket-type': {
    names: 'Bea Elm, Cal Fir, Dee Oak',
    out: [
      [2, 'on the waiting list'],
      [6, CANCELLED],
    ],
    notes: [[4, ELSEWHERE]],
  },
}

test.each(Object.entries(LISTS))('%s', async (name, { names, out = [], notes = [] }) => {
  const station = await readyStation()
  const bytes = new Uint8Array(readFileSync(new URL(`../../../../test/cases/outside/${name}.csv`, import.meta.url)))
  const answer = station.signIn.importer.run(organiser, `${name}.csv`, bytes, {})
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  const { items } = station.signIn.list({ presence: null, search: '', offset: 0, limit: 100 })
  expect(items.map((one) => one.name).toSorted()).toEqual(names.split(', ').toSorted())
  const told = (all: { row: number; reason: string }[]) =>
    all.map(({ row, reason }): [number, string] => [row, reason]).toSorted(([one], [other]) => one - other)
  const wanted = (all: [number, string][]) =>
    all.map(([row, words]) => [row, expect.stringContaining(words) as unknown])
  expect(told(answer.errors)).toEqual(wanted(out))
  expect(told(answer.notices)).toEqual(wanted(notes))
})

test('somebody below “APOLOGIES” who comes after all is expected as soon as that is written into their row', async () => {
  const station = await readyStation()
  const list = (attending: string) =>
    Buffer.from(`Name,Email,RSVP\nAda Okafor,,Yes\nAPOLOGIES,,\nTom Nwosu,,${attending}\n`)
  const run = (attending: string) => station.signIn.importer.preview('list.csv', list(attending), {})
  expect(run('')).toMatchObject({
    counts: {
      added: 1,
      errors: [
        { row: 3 },
        { row: 4, column: 'RSVP', reason: expect.stringContaining('“Attending” under “RSVP”') as unknown },
      ],
    },
  })
  expect(run('Attending')).toMatchObject({ counts: { added: 2, notices: [{ row: 4, value: 'APOLOGIES' }] } })
  const cells = [{ row: 4, heading: 'RSVP', value: 'Attending' }]
  const fixes = { cells, everywhere: [], without: [], withoutMarked: [] }
  expect(station.signIn.importer.preview('list.csv', list(''), { fixes })).toMatchObject({
    counts: { added: 2, notices: [] },
  })
})

test.each([
  ['a remark beside a refusal', 'Name,Status,Comments\nJo Pike,Declined,Sam Ray to attend instead\n', 2],
  ['the cell of the name', 'Name,Email\nJo Pike (cancelled - Sam Ray instead),\n', 2],
  [
    'a remark below a heading',
    'Name,Email,Comments\nAda Okafor,a@example.org,\nAPOLOGIES,,\nJo Pike,,Sam Ray to attend instead\n',
    4,
  ],
])('whoever comes instead is named from %s', async (_where, text, row) => {
  const station = await readyStation()
  const answer = station.signIn.importer.preview('list.csv', Buffer.from(text), {})
  if (answer.code !== 'preview') throw new Error(answer.sentence)
  const found = answer.counts.errors.find((error) => error.row === row)
  expect(found?.reason).toContain('Sam Ray is to come instead')
})

test('a table that begins again below a section is not of it, and money is no answer within one', async () => {
  const station = await readyStation()
  const text =
    'Name,Email,Order status\nAda Okafor,,Paid\nAPOLOGIES,,\nName,Email,Order status\nTom Nwosu,,Paid\nName,Email,Order status\nGrace Bello,,Paid\n'
  const answer = station.signIn.importer.preview('list.csv', Buffer.from(text), {})
  if (answer.code !== 'preview') throw new Error(answer.sentence)
  expect(answer.counts.errors.map(({ row }) => row)).toEqual([3, 4, 5, 6])
  expect(answer.counts.added).toBe(2)
})

test('somebody whose name alone stands in a row, with apologies, is no heading of those below', async () => {
  const station = await readyStation()
  const text = 'Name,Email\nAda Okafor,\nSol Zeal - sends apologies,\nCANCELLED: Abi Hope,\nTom Nwosu,\nGrace Bello,\n'
  const answer = station.signIn.importer.preview('list.csv', Buffer.from(text), {})
  if (answer.code !== 'preview') throw new Error(answer.sentence)
  expect(answer.counts).toMatchObject({
    added: 3,
    errors: [{ row: 3, reason: expect.stringContaining(GONE) as unknown }, { row: 4 }],
  })
})
