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
    const index = below(words.length)
    return words.map((word, i) => (i === index ? change(word) : word)).join(' ')
  }
  const slip = (word: string) => {
    if (word.length < 4) return word
    const index = 1 + below(word.length - 2)
    const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(below(26))
    return (
      [
        word.slice(0, index) + word.slice(index + 1),
        word.slice(0, index) + letter + word.slice(index),
        word.slice(0, index) + letter + word.slice(index + 1),
        word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2),
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

  // Who is easily taken for somebody on the list, and is somebody else.
  const TWINS = [
    ['Amina', 'Amira'],
    ['Maria', 'Marie'],
    ['Daniel', 'Daniela'],
    ['Jasmin', 'Jasmina'],
    ['Hassan', 'Hussain'],
    ['Harpreet', 'Manpreet'],
    ['Kehinde', 'Taiwo'],
    ['Sian', 'Sean'],
    ['Erin', 'Eric'],
    ['Paul', 'Paula'],
  ] as const
  type Near = { who: Person; like: string }
  const given = (name: string) => name.split(' ')[0] ?? ''
  const family = (name: string) => name.split(' ').at(-1) ?? ''
  const mailbox = (name: string, { email }: Person) => {
    const domain = email.split('@')[1]
    return domain === undefined ? '' : `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`
  }
  const NEAR: Record<string, (one: Person, other: Person) => Person> = {
    'a brother or sister at the same place': (one, other) => {
      const name = `${given(other.name)} ${family(one.name)}`
      return { name, organisation: one.organisation, email: mailbox(name, one) }
    },
    'a namesake from somewhere else': (one, other) => ({
      name: one.name,
      organisation: other.organisation,
      email: mailbox(one.name, other),
    }),
    'a colleague by the same first name': (one, other) => {
      const name = `${given(one.name)} ${family(other.name)}`
      return { name, organisation: one.organisation, email: mailbox(name, one) }
    },
    'a mother and her daughter by the same name, at one place, one signing as junior': (one) => {
      const name = `${one.name} Jr`
      return { name, organisation: one.organisation, email: mailbox(name, one) }
    },
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
    const near = new Map<string, { suspected: number; of: number }>()
    const meetNear = (kind: string, { who, like }: Near): void => {
      if (already.has(`${who.name}|${who.organisation}`) || kinOf(given(who.name).toLowerCase()).has(like)) return
      const counts = near.get(kind) ?? { suspected: 0, of: 0 }
      near.set(kind, counts)
      counts.of++
      if (index.similar(who).some(({ likely }) => likely)) counts.suspected++
    }
    for (let i = 0; i < 300; i++) {
      const [one, other] = [pick(listed), pick(listed)]
      if (one === undefined || other === undefined || !one.name.includes(' ') || !other.name.includes(' ')) continue
      if (given(one.name) === given(other.name) || family(one.name) === family(other.name)) continue
      if (one.organisation === other.organisation) continue
      for (const [kind, make] of Object.entries(NEAR))
        meetNear(kind, {
          who: make(one, other),
          like: kind.startsWith('a brother') ? given(one.name).toLowerCase() : '',
        })
      const [first, second] = pick(TWINS) ?? ['', '']
      const twin = `${first} ${family(one.name)}`
      index.put({ id: `twin-${i}`, name: twin, organisation: one.organisation, email: mailbox(twin, one) })
      const name = `${second} ${family(one.name)}`
      meetNear('a twin', { who: { name, organisation: one.organisation, email: mailbox(name, one) }, like: '' })
    }
    const precision = right / (right + wrong)
    const recall = right / (right + missed)
    const say = (line: string) => process.stdout.write(`${line}\n`)
    say(
      `duplicates: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${right} found, ${missed} missed, ${wrong} of ${strangers} strangers suspected)`,
    )
    for (const [way, { found, looked, of }] of tally)
      say(`  ${way}: ${found} of ${of}, and ${looked - found} more worth a look`)
    say('and of people who are nearly somebody on the list:')
    for (const [kind, { suspected, of }] of near) say(`  ${kind}: ${suspected} of ${of} asked whether it is them`)
    for (const [kind, { suspected, of }] of near) {
      expect(of).toBeGreaterThan(200)
      // Who bears the very name, in the very place, can only be asked.
      expect([kind, suspected / of < (kind.startsWith('a mother') ? 1.01 : 0.08)]).toEqual([kind, true])
    }
    expect(precision).toBeGreaterThan(0.97)
    expect(recall).toBeGreaterThan(0.95)
  })
})
