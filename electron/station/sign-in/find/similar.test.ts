import { describe, expect, test } from 'vitest'
import { inventedPeople } from '../../../../test/fixtures/people.ts'
import { kinOf } from './nicknames.ts'
import { createPeopleIndex } from './people-index.ts'

type Person = { name: string; organisation: string; email: string }
const person = (name: string, organisation = '', email = ''): Person => ({ name, organisation, email })

/** Whether the second of two people is taken for the first, in a small hall. */
const meet = (listed: Person, comes: Person) => {
  const index = createPeopleIndex()
  inventedPeople({ count: 200, seed: 11 }).forEach((other, at) => index.put({ id: `other-${at}`, ...other }))
  index.put({ id: 'listed', ...listed })
  return index.similar(comes).find(({ id }) => id === 'listed') ?? { likely: false, score: 0, why: [] }
}

describe('a walk-in who is on the list already', () => {
  test.each([
    [
      'by the same name',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('ottilie  MARCHWOOD', 'Quince Bakery'),
      ['same-name'],
    ],
    [
      'without the accents',
      person('Zoë Brontëfield', 'Quince Bakery'),
      person('Zoe Brontefield', 'Quince Bakery'),
      ['same-name'],
    ],
    [
      'by a short form',
      person('Elizabeth Marchwood', 'Quince Bakery'),
      person('Liz Marchwood', 'Quince Bakery'),
      ['short-form'],
    ],
    [
      'by another short form',
      person('Betty Marchwood', 'Quince Bakery'),
      person('Liz Marchwood', 'Quince Bakery'),
      ['short-form'],
    ],
    [
      'by another spelling',
      person('Mohammed Lodhiwal', 'Quince Bakery'),
      person('Muhammad Lodhiwal', 'Quince Bakery'),
      ['spelling'],
    ],
    [
      'with the names the other way round',
      person('Zhao Xiaoling', 'Quince Bakery'),
      person('Xiaoling Zhao', 'Quince Bakery'),
      ['order'],
    ],
    [
      'with two names written as one',
      person('Zhao Xiao Ling', 'Quince Bakery'),
      person('Xiaoling Zhao', 'Quince Bakery'),
      ['spelling'],
    ],
    [
      'with a slip of the fingers',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Ottilie Marhcwood', 'Quince Bakery'),
      ['slip'],
    ],
    [
      'with a short form and a slip',
      person('Elizabeth Marchwood', 'Quince Bakery'),
      person('Liz Marchwod', 'Quince Bakery'),
      ['short-form', 'slip'],
    ],
    [
      'by an initial, from the same place',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('O. Marchwood', 'Quince Bakery'),
      ['initial'],
    ],
    [
      'in full, where the list has the initial',
      person('O. Marchwood', 'Quince Bakery'),
      person('Ottilie Marchwood', 'Quince Bakery'),
      ['initial'],
    ],
    [
      'with a middle name',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Ottilie May Marchwood', 'Quince Bakery'),
      ['part-of-name'],
    ],
    [
      'with half of a double-barrelled name',
      person('Ottilie Marchwood-Bell', 'Quince Bakery'),
      person('Ottilie Bell', 'Quince Bakery'),
      ['part-of-name'],
    ],
    [
      'with a title',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Dr Ottilie Marchwood OBE', 'Quince Bakery'),
      ['same-name'],
    ],
    [
      'with the organisation cut short',
      person('Ottilie Marchwood', 'Quincebury Borough Council'),
      person('Ottilie Marchwood', 'Quincebury MBC'),
      ['same-name'],
    ],
    [
      'with the organisation’s initials',
      person('Ottilie Marchwood', 'West Quincebury Ambulance Service'),
      person('Ottilie Marchwood', 'WQAS'),
      ['same-name'],
    ],
    [
      'in full, where the list has the organisation’s initials',
      person('Ottilie Marchwood', 'WQAS'),
      person('Ottilie Marchwood', 'West Quincebury Ambulance Service'),
      ['same-name'],
    ],
    [
      'without an organisation',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Ottilie Marchwood'),
      ['same-name'],
    ],
    [
      'by a rare name, from somewhere else',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Ottilie Marchwood', 'Foster Carers’ Circle'),
      ['same-name'],
    ],
    [
      'by e-mail, under a short form',
      person('Elizabeth Marchwood', 'Quince Bakery', 'lm@quince.example'),
      person('Liz Marchwood', 'Elsewhere', 'LM@quince.example'),
      ['same-email', 'short-form'],
    ],
  ])('%s is asked whether it is them', (_, listed, comes, why) => {
    expect(meet(listed, comes)).toMatchObject({ likely: true, why })
  })

  test.each([
    [
      'shares only a family name',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Bertram Marchwood', 'Quince Bakery'),
    ],
    [
      'shares only a first name',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Ottilie Grandage', 'Quince Bakery'),
    ],
    [
      'has a short name one letter off',
      person('Jan Marchwood', 'Quince Bakery'),
      person('Ian Marchwood', 'Quince Bakery'),
    ],
    [
      'has a usual name and is from somewhere else',
      person('Emily Smith', 'Quince Bakery'),
      person('Emily Smith', 'Elm Surgery'),
    ],
    [
      'shares the team’s mailbox',
      person('Ottilie Marchwood', 'Quince Bakery', 'team@quince.example'),
      person('Bertram Grandage', 'Quince Bakery', 'team@quince.example'),
    ],
    [
      'has one of the names of somebody with two',
      person('Ottilie Marchwood', 'Quince Bakery'),
      person('Ottilie', 'Quince Bakery'),
    ],
  ])('somebody who %s is let through', (_, listed, comes) => {
    expect(meet(listed, comes).likely).toBe(false)
  })

  test('a slip in a usual name does not make it a rare one', () => {
    expect(meet(person('Emily Smith', 'Quince Bakery'), person('Emily Smitth', 'Elm Surgery')).score).toBe(0)
    expect(
      meet(person('Ottilie Marchwood', 'Quince Bakery'), person('Ottilie Marchwod', 'Elm Surgery')).score,
    ).toBeGreaterThan(0.7)
  })

  test('two usual names a letter apart are two people, an unusual one is a slip', () => {
    const index = createPeopleIndex()
    for (let i = 0; i < 6; i++) {
      index.put({ id: `maria-${i}`, name: `Maria Grandage${'abcdef'[i]}`, organisation: '' })
      index.put({ id: `marie-${i}`, name: `Marie Grandage${'abcdef'[i]}`, organisation: '' })
    }
    index.put({ id: 'maria', name: 'Maria Marchwood', organisation: 'Quince Bakery' })
    expect(index.similar(person('Marie Marchwood', 'Quince Bakery'))[0]?.likely ?? false).toBe(false)
    expect(index.similar(person('Mariaa Marchwood', 'Quince Bakery'))[0]?.likely).toBe(true)
  })
})

describe('an import of people of whom some are on the list already', () => {
  // A small generator of our own, so that the figures below are the same on every machine.
  let state = 20231212
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = <T>(from: readonly T[]): T | undefined => from[below(from.length)]
  const changeWord = (name: string, change: (word: string) => string) => {
    const words = name.split(' ')
    const at = below(words.length)
    return words.map((word, i) => (i === at ? change(word) : word)).join(' ')
  }
  const slip = (word: string) => {
    if (word.length < 4) return word
    const at = 1 + below(word.length - 2)
    const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(below(26))
    return (
      [
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + letter + word.slice(at + 1),
        word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
      ][below(4)] ?? word
    )
  }
  const WAYS: Record<string, (name: string) => string> = {
    'as it is': (name) => name,
    'in capitals, without accents': (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase(),
    'short form': (name) => name.replace(/^\S+/, (first) => pick([...kinOf(first.toLowerCase()).keys()]) ?? first),
    'the other way round': (name) => name.split(' ').toReversed().join(' '),
    'family name, comma, first name': (name) => name.replace(/^(\S+) (.+)$/, '$2, $1'),
    slip: (name) => changeWord(name, slip),
    'with a title': (name) => `Dr ${name}`,
    'with a middle name': (name) => name.replace(' ', ' Quill '),
    'without hyphens': (name) => name.replaceAll('-', ' '),
  }

  test('finds nearly all of them and hardly ever suspects anybody else', () => {
    const listed = inventedPeople({ count: 5000, seed: 21 })
    const index = createPeopleIndex()
    listed.forEach((one, at) => index.put({ id: String(at), ...one }))
    const already = new Set(listed.map((one) => `${one.name}|${one.organisation}`))

    const tally = new Map<string, { found: number; looked: number; of: number }>()
    let [right, wrong, missed] = [0, 0, 0]
    for (let i = 0; i < 2000; i++) {
      const at = below(listed.length)
      const original = listed[at]
      const [way = '', change] = pick(Object.entries(WAYS)) ?? []
      if (original === undefined || change === undefined || !original.name.includes(' ')) continue
      const kind = below(5)
      const organisation =
        kind === 0 ? '' : kind === 1 ? original.organisation.split(' ').slice(0, 2).join(' ') : original.organisation
      const likely = index.similar({
        name: change(original.name),
        organisation,
        email: below(3) === 0 ? original.email : '',
      })
      const counts = tally.get(way) ?? { found: 0, looked: 0, of: 0 }
      tally.set(way, counts)
      counts.of++
      if (likely.some(({ id }) => id === String(at))) counts.looked++
      if (likely.some((one) => one.likely && one.id === String(at))) {
        counts.found++
        right++
      } else missed++
    }
    // People who are not on the list, from the organisations that are, with the names that everybody has.
    let strangers = 0
    for (const one of inventedPeople({ count: 2000, seed: 22 })) {
      const organisation = pick(listed)?.organisation ?? ''
      if (already.has(`${one.name}|${organisation}`)) continue
      strangers++
      if (index.similar({ name: one.name, organisation, email: one.email }).some(({ likely }) => likely)) wrong++
    }
    const precision = right / (right + wrong)
    const recall = right / (right + missed)
    const say = (line: string) => process.stdout.write(`${line}\n`)
    say(
      `duplicates: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${right} found, ${missed} missed, ${wrong} of ${strangers} strangers suspected)`,
    )
    for (const [way, { found, looked, of }] of tally)
      say(`  ${way}: ${found} of ${of}, and ${looked - found} more worth a look`)
    expect(precision).toBeGreaterThan(0.97)
    expect(recall).toBeGreaterThan(0.95)
  })
})
