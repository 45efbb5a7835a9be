import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../../test/support/chance.ts'
import { addressIn } from './email-address.ts'
import { type NameCell, readNameCell } from './name-cell.ts'

const UNKNOWN = { organisation: '', role: '' }
/** What the cell says, without what it does not say. */
const said = (text: string, known = UNKNOWN): Partial<NameCell> =>
  Object.fromEntries(Object.entries(readNameCell(text, known)).filter(([, value]) => value !== '' && value !== null))

describe('The cell of a name says who somebody is, and often more', () => {
  test.each<[string, Partial<NameCell>]>([
    ['Ada Okafor', { name: 'Ada Okafor' }],
    ['1. Ada Okafor', { name: 'Ada Okafor' }],
    ['3) Ada Okafor', { name: 'Ada Okafor' }],
    ['12 Ada Okafor', { name: 'Ada Okafor' }],
    ['• Ada Okafor', { name: 'Ada Okafor' }],
    ['- Ada Okafor', { name: 'Ada Okafor' }],
    ['Ada Okafor (Brightmoor)', { name: 'Ada Okafor', organisation: 'Brightmoor' }],
    ['Ada Okafor - Brightmoor Council', { name: 'Ada Okafor', organisation: 'Brightmoor Council' }],
    ['Ada Okafor, Brightmoor Council', { name: 'Ada Okafor', organisation: 'Brightmoor Council' }],
    ['Okafor, Ada (Fenwick)', { name: 'Okafor, Ada', organisation: 'Fenwick' }],
    [
      'Ada Okafor – Social Worker – Ash Lane School',
      { name: 'Ada Okafor', role: 'Social Worker', organisation: 'Ash Lane School' },
    ],
    ['Ada Okafor <ada@example.org>', { name: 'Ada Okafor', email: 'ada@example.org' }],
    ['Ada Okafor (she/her)', { name: 'Ada Okafor' }],
    ['Ada Okafor (apologies)', { name: 'Ada Okafor', away: 'apologies' }],
    ['Ada Okafor - sent apologies', { name: 'Ada Okafor', away: 'sent apologies' }],
    ['CANCELLED: Ada Okafor', { name: 'Ada Okafor', away: 'CANCELLED' }],
    ['Apologies - Ada Okafor', { name: 'Ada Okafor', away: 'Apologies' }],
    ['(apologies) Okafor, Ada', { name: 'Okafor, Ada', away: 'apologies' }],
    ['Withdrawn / Ada Okafor', { name: 'Ada Okafor', away: 'Withdrawn' }],
    ['DECLINED Ada Okafor', { name: 'Ada Okafor', away: 'DECLINED' }],
    ['Ada Okafor CANCELLED', { name: 'Ada Okafor', away: 'CANCELLED' }],
    ['Ada Okafor: cancelled', { name: 'Ada Okafor', away: 'cancelled' }],
    ['Ada Okafor (tbc)', { name: 'Ada Okafor', unsure: 'unsure' }],
    ['Ada Okafor - online', { name: 'Ada Okafor', unsure: 'elsewhere' }],
    ['Ada Okafor +1', { name: 'Ada Okafor', several: 'counted' }],
    ['Ada Okafor and guest', { name: 'Ada Okafor', several: 'counted' }],
    ['Ada Okafor & Grace Bello', { name: 'Ada Okafor & Grace Bello', several: 'named' }],
    ['Ada Okafor / Grace Bello', { name: 'Ada Okafor / Grace Bello', several: 'named' }],
    ['Ada and Grace Okafor', { name: 'Ada and Grace Okafor', several: 'named' }],
    // These are names, or kept as they are written.
    ['Jonathan Marsh (Jonty)', { name: 'Jonathan Marsh (Jonty)' }],
    ['Anne-Marie Smith-Jones', { name: 'Anne-Marie Smith-Jones' }],
    ['Will Cancel', { name: 'Will Cancel' }],
    ['Ann Reserve', { name: 'Ann Reserve' }],
    ['Reserve Bank', { name: 'Reserve Bank' }],
    ['Ann Withdrawn', { name: 'Ann Withdrawn' }],
    ['Ada Okafor (The Hybrid Company)', { name: 'Ada Okafor', organisation: 'The Hybrid Company' }],
    ['Ada Okafor, OBE', { name: 'Ada Okafor, OBE' }],
    ['+44 Ada Okafor', { name: '+44 Ada Okafor' }],
    ['=HYPERLINK("http://example.org","Ada")', { name: '=HYPERLINK("http://example.org","Ada")' }],
    ['-2+3+cmd', { name: '-2+3+cmd' }],
  ])('%s', (text, wanted) => {
    expect(said(text)).toEqual(wanted)
  })

  test('what stands in a column of its own is not put in its place', () => {
    const known = { organisation: 'Brightmoor Council', role: '' }
    expect(said('Ada Okafor (Brightmoor)', known)).toEqual({ name: 'Ada Okafor' })
    expect(said('Ada Okafor (Fenwick)', known)).toEqual({ name: 'Ada Okafor (Fenwick)' })
  })

  test('a name of letters alone stays what it is, and nothing is read twice', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/)
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(said(`${first} ${last}`).name).toBe(`${first} ${last}`)
        const once = readNameCell(`4. ${first} ${last} (Fenwick)`, UNKNOWN).name
        expect(readNameCell(once, UNKNOWN).name).toBe(once)
      }),
      { numRuns: runs(200) },
    )
  })
})

describe('An address is found in what people copy', () => {
  test.each([
    ['Ada Okafor <ada@example.org>', 'ada@example.org', 'Ada Okafor', 0],
    ['"Grace Bello" <grace@example.org>', 'grace@example.org', 'Grace Bello', 0],
    ['\u200btom@example.org ', 'tom@example.org', '', 0],
    ['priya\u00ad@example.org', 'priya@example.org', '', 0],
    ['mailto:lee@example.org?subject=hi', 'lee@example.org', '', 0],
    ['ann.o’neil@example.org', "ann.o'neil@example.org", '', 0],
    ['jo@example.org, jo2@example.org', 'jo@example.org', '', 1],
    ['jo@example.org / bo@example.org', 'jo@example.org', '', 1],
    ['[ada@example.org](mailto:ada@example.org)', 'ada@example.org', '', 0],
    ['E-mail: ada@example.org.', 'ada@example.org', '', 0],
    ['ada(at)example(dot)org', 'ada@example.org', '', 0],
  ])('%s', (text, email, name, others) => {
    expect(addressIn(text)).toEqual({ email, name, others })
  })

  test.each(['max@bücher.example', 'ada@nowhere', 'priya at example.org', 'sam@', '@', ''])(
    '“%s” holds none',
    (text) => {
      expect(addressIn(text)).toBeNull()
    },
  )
})
