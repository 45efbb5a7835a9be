import { describe, expect, test } from 'vitest'
import { createPeopleIndex } from './people-index.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

// Any code unit, halves of characters and control codes among them.
const codeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code))

const hall = (...names: (string | [name: string, organisation: string])[]) => {
  const index = createPeopleIndex()
  for (const entry of names) {
    const [name, organisation] = typeof entry === 'string' ? [entry, ''] : entry
    index.put({ id: name, name, organisation, email: `${name.split(' ')[0]?.toLowerCase()}@hall.example` })
  }
  return index
}
const found = (index: ReturnType<typeof hall>, query: string, options?: Parameters<typeof index.find>[1]) =>
  index.find(query, options).map(({ id }) => id)
/** The name with what is highlighted in brackets. */
const marked = (index: ReturnType<typeof hall>, query: string, name: string) => {
  let text = name
  for (const [start, end] of index
    .find(query)
    .find(({ id }) => id === name)
    ?.marks.toReversed() ?? [])
    text = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`
  return text
}

describe('before three letters', () => {
  const index = hall('Li Na', 'Ng', 'Mr Abbott', 'Dr Li', '李伟', '王', 'Amir Ali')

  test.each([
    '',
    ' ',
    'l',
    'li',
    ' l i ',
    'a.',
    "o'",
    'mr a',
    'dr li',
    '12345',
    '李',
    'é́́é',
    '\u200bl\u200bi',
    '!!!',
    '@',
    'li@',
  ])('%j lists nobody', (typed) => {
    expect(found(index, typed)).toEqual([])
  })
  test.each([
    ['li n', 'Li Na'],
    ['ami', 'Amir Ali'],
    ['a a m', 'Amir Ali'],
    ['李伟', '李伟'],
    ['dr li n', 'Li Na'],
  ])('%j is enough', (typed, name) => {
    const start = typed === 'a a m' ? 'ami a' : typed
    expect(found(index, start)).toContain(name)
  })
  test('at the steward’s desk two letters find whoever is called just so, and nobody whose name only begins with them', () => {
    const desk = hall('Ng', 'Li Na', 'Wei Li', 'Liam Price', 'Wu Jingle', 'Lilian Ngata', '李')
    const atDesk = (typed: string) => found(desk, typed, { shortNames: true })
    expect(atDesk('ng')).toEqual(['Ng'])
    expect(atDesk('Li').toSorted()).toEqual(['Li Na', 'Wei Li'])
    expect(atDesk(' wu ')).toEqual(['Wu Jingle'])
    expect(atDesk('李')).toEqual(['李'])
    for (const typed of ['', 'n', 'l i', 'la', '12', 'n.', 'é']) expect([typed, atDesk(typed)]).toEqual([typed, []])
    expect(desk.find('li', { shortNames: true })[0]?.marks).toEqual([[0, 2]])
  })
  test('a person whose whole name has two letters is found with the start of where they work, or by e-mail', () => {
    const small = hall(['Ng', 'Lilac Street Surgery'])
    expect(found(small, 'ng')).toEqual([])
    expect(found(small, 'ng l')).toEqual(['Ng'])
    expect(found(small, 'ng@hall.example')).toEqual(['Ng'])
  })
})

describe('while somebody types', () => {
  const index = hall(
    'Amélie O’Brien',
    ['Emily O’Brien', 'Elmdon House'],
    'Omari Bright',
    'Sam Robertson',
    'Robert Samson',
    'Mary Jane Stone',
  )

  test('each word may be only begun, in any order', () => {
    expect(found(index, 'obr em')).toEqual(['Emily O’Brien'])
    expect(found(index, 'jane m st')).toEqual(['Mary Jane Stone'])
  })
  test('the name in its own order comes before the same words the other way round', () => {
    expect(found(index, 'sam rob')).toEqual(['Sam Robertson', 'Robert Samson'])
    expect(found(index, 'robert s')[0]).toBe('Robert Samson')
  })
  test('one word of a name is not taken for two', () => {
    expect(found(hall('Ann Carter', 'Ann Annerley'), 'ann ann')).toEqual(['Ann Annerley'])
    expect(found(hall('John Jones'), 'jo john')).toEqual(['John Jones'])
  })
  test('a title that is somebody’s name is found as one', () => {
    expect(found(hall('Lord Andrewson', 'Andrea Lordan'), 'lord')).toEqual(['Lord Andrewson', 'Andrea Lordan'])
  })
  test('where they work finds them too, after those whose name it is', () => {
    expect(found(hall(['Ada Byrne', 'Elmdon House'], 'Elmdon Price'), 'elmdon')).toEqual(['Elmdon Price', 'Ada Byrne'])
    expect(found(index, 'emily elmd')).toEqual(['Emily O’Brien'])
  })
  test('where they work finds nobody when only names are asked for', () => {
    expect(found(index, 'elmdon', { organisations: false })).toEqual([])
    expect(found(index, 'emily elmd', { organisations: false })).toEqual([])
  })
  test('what was really typed comes before short forms, and those before guesses', () => {
    const robs = hall('Bob Ash', 'Bobbie Ash', 'Robert Ash', 'Bpb Ash')
    expect(found(robs, 'bob ash')).toEqual(
      ['Bob Ash', 'Bobbie Ash', 'Robert Ash', 'Bpb Ash'].slice(0, found(robs, 'bob ash').length),
    )
    expect(found(robs, 'bob ash').slice(0, 3)).toEqual(['Bob Ash', 'Bobbie Ash', 'Robert Ash'])
  })
  test('nobody is guessed at while enough are found', () => {
    expect(found(hall('Smith A', 'Smith B', 'Smith C', 'Smith D', 'Smith E', 'Smitj F'), 'smith')).not.toContain(
      'Smitj F',
    )
    expect(found(hall('Smith A', 'Smitj F'), 'smith')).toEqual(['Smith A', 'Smitj F'])
  })
  test('a whole e-mail address finds its owner, and part of one only the name in it', () => {
    expect(found(index, 'EMILY@hall.example ')).toEqual(['Emily O’Brien'])
    expect(found(index, 'emily@ha')).toEqual(['Emily O’Brien'])
  })
  test('the list is as long as asked for, and the same whoever was added first', () => {
    const names = Array.from({ length: 30 }, (_, i) => `Sam ${String.fromCharCode(97 + (i % 26))}${i}`)
    expect(found(hall(...names), 'sam', { limit: 7 })).toHaveLength(7)
    expect(found(hall(...names), 'sam')).toEqual(found(hall(...names.toReversed()), 'sam'))
  })
})

describe('what is marked in a name', () => {
  const index = hall(
    'Amélie O’Brien',
    'Robert Ash-Dunn',
    'Mary-Jane Stone',
    'McKenzie Obi',
    'Zoe\u0308 Brambleton',
    'Weiß Jürgen',
    '欧阳小玲',
    'Obi Wright 👩🏽‍🎓',
  )

  test.each([
    ['ame ob', 'Amélie O’Brien', '[Amé]lie [O’B]rien'],
    ['brien am', 'Amélie O’Brien', '[Am]élie O’[Brien]'],
    ['obri brien', 'Amélie O’Brien', 'Amélie [O’Brien]'],
    ['bob dunn', 'Robert Ash-Dunn', '[Robert] Ash-[Dunn]'],
    ['rob ash', 'Robert Ash-Dunn', '[Rob]ert [Ash]-Dunn'],
    ['maryj', 'Mary-Jane Stone', '[Mary-J]ane Stone'],
    ['mackenz obi', 'McKenzie Obi', '[McKenzie] [Obi]'],
    ['zoe bra', 'Zoe\u0308 Brambleton', '[Zoe\u0308] [Bra]mbleton'],
    ['weiss jue', 'Weiß Jürgen', '[Weiß] [Jürgen]'],
    ['小玲', '欧阳小玲', '欧阳[小][玲]'],
    ['wright', 'Obi Wright 👩🏽‍🎓', 'Obi [Wright] 👩🏽‍🎓'],
  ])('%s marks %s', (typed, name, picture) => {
    expect(marked(index, typed, name).replaceAll('][', '')).toBe(picture.replaceAll('][', ''))
  })

  test('never overlaps, never runs past the name and never cuts a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 3, maxLength: 30 }),
        fc.nat(20),
        fc.nat(20),
        (name, from, length) => {
          const one = createPeopleIndex()
          one.put({ id: 'x', name, organisation: '' })
          for (const { marks } of one.find(name.slice(from, from + 3 + length))) {
            let before = 0
            for (const [start, end] of marks) {
              expect(start).toBeGreaterThanOrEqual(before)
              expect(end).toBeGreaterThan(start)
              expect(name.slice(start, end).isWellFormed()).toBe(name.isWellFormed())
              before = end
            }
            expect(before).toBeLessThanOrEqual(name.length)
          }
        },
      ),
      { numRuns: runs(60) },
    )
  })
})

describe('as the list changes', () => {
  test('a changed name, organisation or e-mail is found as it is now', () => {
    const index = hall(['Tam Bly', 'Old Mill'])
    index.put({ id: 'Tam Bly', name: 'Tamsin Blythe', organisation: 'New Barn', email: 'tamsin@barn.example' })
    expect(index.size).toBe(1)
    expect(found(index, 'tamsin bl')).toEqual(['Tam Bly'])
    expect(found(index, 'tamsin barn')).toEqual(['Tam Bly'])
    expect(found(index, 'tamsin@barn.example')).toEqual(['Tam Bly'])
    expect([
      ...found(index, 'old mill'),
      ...found(index, 'tam@hall.example', { organisations: false }).filter((id) => id !== 'Tam Bly'),
    ]).toEqual([])
    expect(index.similar({ name: 'Tam Bly', organisation: '' })).toEqual([])
  })
  test('who keeps their name keeps their place among namesakes, whatever else of them changes', () => {
    const index = createPeopleIndex()
    for (const id of ['first', 'second', 'third']) index.put({ id, name: 'Ada Byrne', organisation: 'Old Mill' })
    const namesakes = () => index.similar({ name: 'Ada Byrne', organisation: '' }).map(({ id }) => id)
    const before = namesakes()
    index.put({ id: 'first', name: 'Ada Byrne', organisation: 'New Barn', email: 'ada@barn.example' })
    expect(namesakes()).toEqual(before)
    expect(found(index, 'ada@barn.example')).toEqual(['first'])
  })
  test('who was taken off the list is not found any more, and their place can be taken', () => {
    const index = hall('Ada Byrne', 'Ada Cole')
    index.remove('Ada Byrne')
    index.remove('nobody')
    index.put({ id: 'new', name: 'Zed Moon', organisation: '' })
    expect(index.size).toBe(2)
    expect(found(index, 'ada')).toEqual(['Ada Cole'])
    expect(
      index.similar({ name: 'Ada Byrne', organisation: '', email: 'ada@hall.example' }).map(({ id }) => id),
    ).not.toContain('Ada Byrne')
  })

  // What the index answers depends on who is in it, and on nothing that happened before.
  test('any morning of additions, changes and removals ends like an index built afresh', () => {
    const name = fc.constantFrom(
      'Ann Lee',
      'Anne Lee',
      'Lee Ann',
      'Li An',
      'Robert O’Brien',
      'Bob O Brien',
      'Dr Bob Brien',
      'Ann-Lee Roberts',
      '李安',
      'Ann Ann',
      'J. P. Lee',
    )
    const organisation = fc.constantFrom('', 'Lee Homes', 'Brien Bakery')
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      person: fc.option(fc.record({ name, organisation, email: fc.constantFrom('', 'ann@lee.example') })),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const index = createPeopleIndex()
        const now = new Map<string, { id: string; name: string; organisation: string; email: string }>()
        for (const { id, person } of steps) {
          if (person === null) {
            index.remove(id)
            now.delete(id)
          } else {
            index.put({ id, ...person })
            now.set(id, { id, ...person })
          }
        }
        const fresh = createPeopleIndex()
        for (const person of now.values()) fresh.put(person)
        expect(index.size).toBe(now.size)
        for (const query of ['ann lee', 'lee', 'bob', 'brien', 'robert obrian', '李安', 'ann@lee.example', 'anl lee'])
          expect(index.find(query)).toEqual(fresh.find(query))
        for (const person of now.values())
          expect(new Set(index.similar(person, 9).map(({ id }) => id))).toEqual(
            new Set(fresh.similar(person, 9).map(({ id }) => id)),
          )
      }),
      { numRuns: runs(60) },
    )
  })
})

test('nothing that can be typed or scanned into the box upsets it', () => {
  const index = hall('Ann Lee', 'محمد علی', 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ', 'さくら', 'x'.repeat(5000), '- - -', '')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: codeUnit, maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.stringMatching(/^[a-z '@.,-]{0,60}$/),
      ),
      (typed) => {
        expect(index.find(typed).length).toBeLessThanOrEqual(10)
        expect(index.similar({ name: typed, organisation: typed, email: typed }).length).toBeLessThanOrEqual(5)
      },
    ),
    { numRuns: runs(60) },
  )
  expect(found(index, 'محمد')).toEqual(['محمد علی'])
  expect(found(index, 'ਗੁਰਪ੍ਰੀਤ')).toEqual(['ਗੁਰਪ੍ਰੀਤ ਕੌਰ'])
  expect(found(index, 'さく')).toEqual(['さくら'])
  expect(index.find('a '.repeat(100_000))).toEqual([])
})

describe('completing an organisation', () => {
  const index = createPeopleIndex()
  const put = (id: string, organisation: string) => index.put({ id, name: `Ottilie ${id}`, organisation })
  put('a', 'Quincebury Borough Council')
  put('b', 'Quince Bakery')
  put('c', 'Quince Bakery')
  put('d', 'Children’s Services, Quincebury')
  put('e', 'Café Éclair')
  put('f', '')

  test('starts at any word, without accents, and the one that most people are from stands first', () => {
    expect(index.organisations('quince', 6)).toEqual([
      'Quince Bakery',
      'Children’s Services, Quincebury',
      'Quincebury Borough Council',
    ])
    expect(index.organisations('borough c', 6)).toEqual(['Quincebury Borough Council'])
    expect(index.organisations("children's", 6)).toEqual(['Children’s Services, Quincebury'])
    expect(index.organisations('cafe e', 6)).toEqual(['Café Éclair'])
    expect(index.organisations('uince', 6)).toEqual([])
    expect(index.organisations('quince', 1)).toEqual(['Quince Bakery'])
    expect(index.organisations(' ', 6)).toEqual([])
  })

  test('knows nothing of one that everybody has left', () => {
    index.remove('e')
    expect(index.organisations('cafe', 6)).toEqual([])
  })
})
