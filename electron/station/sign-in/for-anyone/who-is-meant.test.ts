import { describe, expect, test } from 'vitest'
import { createPeopleIndex } from '../find/index.ts'
import { whoIsMeant } from './who-is-meant.ts'
import { fc, runs } from '../../../../test/support/chance.ts'

type Listed = { id: string; name: string; organisation: string; email: string }

/** A list of people, and a way to ask who is meant; answers with the name and the organisation, so that tests read. */
function door(...people: (string | readonly [name: string, organisation?: string, email?: string])[]) {
  const index = createPeopleIndex()
  const listed = people.map((entry, number): Listed => {
    const [name, organisation = '', email = ''] = typeof entry === 'string' ? [entry] : entry
    return { id: String(number), name, organisation, email }
  })
  for (const person of listed) index.put(person)
  const byId = new Map(listed.map((person) => [person.id, person]))
  const lookup = {
    similar: index.similar,
    find: (query: string, limit: number) => index.find(query, { limit }),
    nameOf: (id: string) => byId.get(id)?.name ?? '',
  }
  return (name: string, organisation: string | null = null, email: string | null = null): string | null => {
    const id = whoIsMeant({ name, organisation, email }, lookup)
    const person = id === null ? undefined : byId.get(id)
    return person === undefined ? null : [person.name, person.organisation].filter(Boolean).join(', ')
  }
}

// A hall with the usual crowd in it, so that nobody stands out only because the list is short.
const CROWD = [
  'Amara Applebottom',
  'Bertrand Inkpenn',
  'Fatima Kettlestring',
  'Hamish Nettlefield',
  'Imogen Larkspurrow',
  'Priya Pottlewick',
  'Tomasz Quibblethorpe',
  'Yusuf Wigglesmere',
]

describe('somebody types their name as they write it', () => {
  const ask = door(
    ...CROWD,
    'Siobhán O’Brien',
    'Kwame Okonkwo-Bell',
    'Robert Mumbleby',
    'Wei Zhang',
    'Mary Sue Jinglewood',
    'Zoë Öçek',
    'Suharto',
    '李伟',
    'محمد الفارسي',
    'Dr Ewa Kaur OBE',
  )
  test.each([
    ['Siobhán O’Brien', 'Siobhán O’Brien'],
    ['siobhan obrien', 'Siobhán O’Brien'],
    ["SIOBHAN O'BRIEN", 'Siobhán O’Brien'],
    ['Siobhan O Brien', 'Siobhán O’Brien'],
    ['Kwame Okonkwo Bell', 'Kwame Okonkwo-Bell'],
    ['Okonkwo-Bell, Kwame', 'Kwame Okonkwo-Bell'],
    ['Bob Mumbleby', 'Robert Mumbleby'],
    ['Robert Mumblbey', 'Robert Mumbleby'],
    ['Robert Mumbelby', 'Robert Mumbleby'],
    ['Zhang Wei', 'Wei Zhang'],
    ['Mary Jinglewood', 'Mary Sue Jinglewood'],
    ['Mary-Sue Jinglewood', 'Mary Sue Jinglewood'],
    ['zoe ocek', 'Zoë Öçek'],
    ['Suharto', 'Suharto'],
    ['李伟', '李伟'],
    ['محمد الفارسي', 'محمد الفارسي'],
    ['Ewa Kaur', 'Dr Ewa Kaur OBE'],
    ['Ms Ewa Kaur', 'Dr Ewa Kaur OBE'],
    ['  ewa \u200b kaur ', 'Dr Ewa Kaur OBE'],
  ])('“%s” is %s', (typed, meant) => {
    expect(ask(typed)).toBe(meant)
  })
})

describe('a passer-by tries to leaf through who is coming', () => {
  const ask = door(
    ...CROWD,
    ['Robert Mumbleby', 'Nowhere Council', 'bob@nowhere.example'],
    ['Mary Sue Jinglewood', 'Nowhere Council', 'mary@nowhere.example'],
    ['Bo', 'Nowhere Council'],
    ['Bo Snodgrassington', 'Elmdon House'],
  )
  test.each([
    'Robert',
    'Bob',
    'Mumbleby',
    'Rob Mum',
    'R Mumbleby',
    'Robert M',
    'Mary Sue',
    'Mary',
    // Somebody's whole name, but the beginning of another's too.
    'Bo',
    'Nowhere Council',
    'bob@nowhere.example',
    '%',
    '*',
    '🌳',
    '\u202e',
    '李',
    'x'.repeat(200),
  ])('“%s” finds nobody', (typed) => {
    expect(ask(typed)).toBeNull()
  })
  test('a first name and where they work is not a name', () => {
    expect(ask('Robert', 'Nowhere Council')).toBeNull()
    expect(ask('Mary Sue', '')).toBeNull()
  })
  test('nor is an initial, or a name without its last word, with where they work or with their e-mail address', () => {
    for (const email of [null, 'bob@nowhere.example']) {
      expect(ask('Robert M', 'Nowhere Council', email)).toBeNull()
      expect(ask('R Mumbleby', 'Nowhere Council', email)).toBeNull()
    }
    for (const email of [null, 'mary@nowhere.example']) expect(ask('Mary Sue', 'Nowhere Council', email)).toBeNull()
    expect(ask('Mary Jinglewood', 'Nowhere Council')).toBe('Mary Sue Jinglewood, Nowhere Council')
  })
  test('an e-mail address alone tells nobody whose it is', () => {
    expect(ask('Somebody Else', '', 'bob@nowhere.example')).toBeNull()
    expect(ask('Robert', '', 'bob@nowhere.example')).toBeNull()
    expect(ask('Robert Mumbleby', 'Somewhere', 'mary@nowhere.example')).toBeNull()
  })
})

describe('two people are called alike', () => {
  const ask = door(
    ...CROWD,
    ['John Smallpiece', 'Meriden Motors', 'john@motors.example'],
    ['John Smallpiece', 'Elmdon House', 'js@elmdon.example'],
    ['J Rookhampton', 'Meriden Motors'],
    ['Kate Thistlewhite', 'Meriden Motors', 'team@motors.example'],
    ['Katherine Thistlewhite', 'Meriden Motors', 'kt@motors.example'],
    ['Hassan Ali', 'Elmdon House'],
    ['Ali Hassan', 'Meriden Motors'],
    ['Jane Gribblewick', 'Elmdon House'],
    ['Jone Gribblewick', 'Meriden Motors'],
  )
  test('the name is not enough, and the organisation tells', () => {
    expect(ask('John Smallpiece')).toBeNull()
    expect(ask('John Smallpiece', 'Meriden Motors')).toBe('John Smallpiece, Meriden Motors')
    expect(ask('Smallpiece John', 'elmdon house')).toBe('John Smallpiece, Elmdon House')
    expect(ask('John Smallpiece', 'Nowhere Council')).toBeNull()
    expect(ask('Ali Hassan')).toBeNull()
    expect(ask('Hassan Ali', 'Meriden Motors')).toBe('Ali Hassan, Meriden Motors')
  })
  test('from the same organisation the e-mail address tells', () => {
    expect(ask('Kate Thistlewhite')).toBeNull()
    expect(ask('Kate Thistlewhite', 'Meriden Motors')).toBeNull()
    expect(ask('Kate Thistlewhite', 'Meriden Motors', 'kt@motors.example')).toBe(
      'Katherine Thistlewhite, Meriden Motors',
    )
    expect(ask('Kate Thistlewhite', 'Meriden Motors', '')).toBeNull()
    expect(ask('John Smallpiece', '', 'js@elmdon.example')).toBe('John Smallpiece, Elmdon House')
  })
  test('a couple of one name with one mailbox is told apart by nobody here', () => {
    const both = ['Alex Inkpenn', 'Elmdon House', 'inkpenn@elmdon.example'] as const
    expect(door(...CROWD, both, both)('Alex Inkpenn', 'Elmdon House', 'inkpenn@elmdon.example')).toBeNull()
    expect(door(...CROWD, both)('Alex Inkpenn', '', 'inkpenn@elmdon.example')).not.toBeNull()
  })
  test('somebody listed by an initial is found with their organisation', () => {
    expect(ask('James Rookhampton')).toBeNull()
    expect(ask('James Rookhampton', 'Meriden Motors')).toBe('J Rookhampton, Meriden Motors')
  })
  test('who is listed just as typed is not mistaken for a slip of theirs', () => {
    expect(ask('Jane Gribblewick')).toBe('Jane Gribblewick, Elmdon House')
    expect(ask('Jane Gribblewick', 'Meriden Motors')).toBeNull()
  })
})

describe('whatever the list and whatever is typed', () => {
  // No two of these are a nickname, a spelling or a slip of one another.
  const first = fc.constantFrom('Amara', 'Bertrand', 'Devinder', 'Fatima', 'Hamish', 'Oluwaseun', 'Quentin', 'Xanthe')
  const last = fc.constantFrom('Applebottom', 'Dhaliwal', 'Inkpenn', 'Kettlestring', 'Öçek', 'Snodgrass', 'Yarrowby')
  const organisation = fc.constantFrom('', 'Nowhere Council', 'Elmdon House', 'Meriden Motors')
  const person = fc
    .tuple(first, last, organisation, fc.nat(5))
    .map(([one, other, place, mailbox]) => [`${one} ${other}`, place, `box${mailbox}@post.example`] as const)
  const list = fc.array(person, { minLength: 1, maxLength: 14 })
  const answer = fc.option(organisation)
  const email = fc.option(fc.nat(5).map((mailbox) => `box${mailbox}@post.example`))

  test('nobody is found whose first and last name were not typed', () => {
    let found = 0
    fc.assert(
      fc.property(
        list,
        fc.nat(20),
        fc.tuple(first, last),
        fc.boolean(),
        answer,
        email,
        (people, index, other, swapped, place, box) => {
          // Now somebody of the list, now whoever it may be.
          const [one = '', two = ''] = people[index]?.[0].split(' ') ?? other
          const meant = door(...people)(swapped ? `${two} ${one}` : `${one} ${two}`, place, box)
          if (meant === null) return
          found += 1
          expect(meant.split(', ')[0]).toBe(`${one} ${two}`)
        },
      ),
      { numRuns: runs(500) },
    )
    // Otherwise it would have proved nothing.
    expect(found).toBeGreaterThan(10)
  })
  test('any piece of a name, and any text at all, finds nobody who was not named in full', () => {
    fc.assert(
      fc.property(
        list,
        fc.oneof(first, last, fc.string({ maxLength: 200, unit: 'binary' })),
        answer,
        (people, typed, place) => {
          expect(door(...people)(typed, place)).toBeNull()
        },
      ),
      { numRuns: runs(300) },
    )
  })
  test('two people of the same name always need more', () => {
    fc.assert(
      fc.property(list, person, organisation, (people, twin, place) => {
        const [name] = twin
        const ask = door(...people, twin, [name, place, 'other@post.example'])
        expect(ask(name)).toBeNull()
        // The same organisation too: then that does not tell either.
        expect(door(...people, twin, twin)(name, twin[1])).toBeNull()
      }),
      { numRuns: runs(200) },
    )
  })
  test('somebody alone in their name is found by it, whoever else is there', () => {
    fc.assert(
      fc.property(list, (people) => {
        const ask = door(...people, ['Zebedee Umberlake', 'Elmdon House', ''])
        expect(ask('zebedee umberlake')).toBe('Zebedee Umberlake, Elmdon House')
        expect(ask('Umberlake Zebedee')).toBe('Zebedee Umberlake, Elmdon House')
      }),
      { numRuns: runs(100) },
    )
  })
})
