/** The rules of facts, each by itself: what a field is, what is taken out, what comes first, what was seen (docs/facts.md). */
import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../../test/support/chance.ts'
import {
  type Actor,
  factSchema,
  FIELD_CLASSES,
  type Field,
  nameOf,
  type RawFact,
} from '../../../../shared/domain/fact.ts'
import { each, ofWhom, ours, theirs } from './labels.ts'
import { calledOf, actorIn, bodyOfFields, fieldsOf } from './fields.ts'
import { fuller, hashOfFact, sha256, takenOut } from './hash.ts'
import { inOrder, nextAt, nextOwn } from './order.ts'
import { endsOf, sightOf } from './seen.ts'
import { createTakenOut, type Erasing } from './taken-out.ts'

const [A, B] = ['0190a000-0000-4000-8000-00000000000a', '0190a000-0000-4000-8000-00000000000b']
const EWA = '0190a000-0000-7000-8000-0000000000e1'
const LABELS = { ...each(theirs('identity'), 'name'), email: ofWhom('contact', 'who.id'), ...ours('who.id') }
let count = 0
const by: Actor = { role: 'steward', delegate: null }
const salt = () => (count += 1).toString(16).padStart(32, '0')

describe('a body in fields', () => {
  const key = fc.string({ minLength: 1, maxLength: 4 }).filter((text) => /^[a-z]+$/.test(text) && text !== 'actor')
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
  )
  const body = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value, { maxKeys: 3 })), {
    maxKeys: 5,
  })

  test('comes back as it was, and each field is a field', () => {
    fc.assert(
      fc.property(body, (given) => {
        const fields = fieldsOf(given, { by, subject: EWA, labels: LABELS, salt })
        expect(bodyOfFields(fields)).toEqual(given)
        expect(factSchema.safeParse({ ...fact(fields), hash: sha256('') }).success).toBe(true)
        expect(actorIn(fields)).toEqual(by)
        expect(fields.map(({ path }) => path)).toEqual(fields.map(({ path }) => path).toSorted())
      }),
      { numRuns: runs(1250) },
    )
  })

  test('knows whom it speaks of, by the subject or by the id in it, and salts nothing that is never taken out', () => {
    const fields = fieldsOf(
      { name: 'Ewa', email: 'ewa@elmdon.example', who: { id: EWA } },
      { by, subject: A, labels: LABELS, salt },
    )
    expect(fields.slice(2).map(({ path, class: kind, about }) => [path, kind, about])).toEqual([
      ['email', 'contact', EWA],
      ['name', 'identity', A],
      ['who.id', 'none', null],
    ])
    expect(fields.slice(2).map((field) => 'salt' in field && field.salt.length)).toEqual([32, 32, 0])
  })
})

const field: Field = { path: 'name', class: 'identity', about: EWA, salt: salt(), value: 'Ewa Kaur' }
const fact = (fields: Field[]): Omit<RawFact, 'hash'> => ({
  station: A,
  seq: 1,
  at: '2026-03-10T10:00:00.000Z.0000',
  wall: 5,
  type: 'delegate.added',
  v: 1,
  subject: EWA,
  after: [],
  fields,
  last: true,
})

describe('what is taken out', () => {
  test('leaves the hash of its fact as it was, and says still what it was and of whom', () => {
    const before = hashOfFact('0', fact([field]))
    expect(hashOfFact('0', fact([takenOut(field, null)]))).toBe(before)
    for (const forged of [
      { ...takenOut(field, null), about: B },
      { ...takenOut(field, null), class: 'note' as const },
      { ...takenOut(field, null), path: 'x' },
    ])
      expect(hashOfFact('0', fact([forged]))).not.toBe(before)
  })

  test('cannot be guessed from what is left', () => {
    const left = takenOut(field, null)
    const likely = ['Ewa Kaur', 'Kwame Okonkwo-Bell', ''].flatMap((name) =>
      ['', '0'.repeat(32)].flatMap((guess) => [
        sha256(name),
        sha256(JSON.stringify(name)),
        sha256(JSON.stringify([guess, name])),
      ]),
    )
    expect(likely).not.toContain(left.leaf)
  })

  test('is healed by a fuller copy of the same, and by no other', () => {
    expect(fuller(takenOut(field, null), field)).toEqual(field)
    expect(fuller(field, takenOut(field, null))).toEqual(field)
    expect(fuller(takenOut(field, null), { ...field, value: 'Eva Kaur' })).toBeNull()
  })

  test('of a fact that was written anew by the name it had, too', () => {
    const was: Field = { path: 'actor.was', class: 'none', about: null, salt: '', value: `${A} 2` }
    const anew = { station: B, seq: 9, type: 'needs.recorded', subject: EWA, fields: [was] }
    const need = { path: 'dietary', class: 'need' as const, about: EWA }
    const upTo = (last: number) => createTakenOut([{ kind: 'retention', class: 'need', upTo: { [A]: last } }])
    expect(upTo(2)(anew, need)).toEqual({ instead: null })
    expect(upTo(1)(anew, need)).toBeNull()
  })

  test('of two copies that both went on, two facts of one name of before are two', () => {
    const was: Field = { path: 'actor.was', class: 'none', about: null, salt: '', value: `${A} 2` }
    const one = { station: A, seq: 9, at: nextOwn(null, Date.UTC(2026)), type: 'delegate.amended', fields: [was] }
    expect(calledOf({ ...one, station: B, seq: 7 })).toBe(calledOf(one))
    expect(calledOf({ ...one, at: nextOwn(null, Date.UTC(2027)) })).not.toBe(calledOf(one))
  })

  test('what is said instead is what one station said last; of two stations it is nothing', () => {
    const says = (station: string, seq: number, instead: string): Erasing => ({
      kind: 'words',
      subject: EWA,
      fact: { station: A, seq: 1 },
      path: 'name',
      instead,
      by: { station, seq },
    })
    const of = { ...fact([field]), seq: 1 }
    const standing = (...all: Erasing[]) => createTakenOut(all)(of, field)
    expect(standing(says(A, 2, 'a friend'))).toEqual({ instead: 'a friend' })
    expect(standing(says(A, 2, 'a friend'), says(A, 3, 'somebody'))).toEqual({ instead: 'somebody' })
    expect(standing(says(A, 2, 'a friend'), says(B, 3, 'somebody'))).toEqual({ instead: null })
    expect(standing(says(A, 2, 'a friend'), says(B, 3, 'somebody'), says(B, 4, 'x'))).toEqual({ instead: null })
  })

  test('more that erases never means less is taken out', () => {
    const erasing: fc.Arbitrary<Erasing> = fc.oneof(
      fc.record({ kind: fc.constant('person' as const), ids: fc.subarray([EWA, A, B]) }),
      fc.record({
        kind: fc.constant('words' as const),
        subject: fc.constantFrom(EWA, B),
        fact: fc.record({ station: fc.constantFrom(A, B), seq: fc.integer({ min: 1, max: 3 }) }),
        path: fc.constantFrom('name', 'wording'),
        instead: fc.constantFrom(null, 'somebody'),
        by: fc.record({ station: fc.constantFrom(A, B), seq: fc.integer({ min: 5, max: 9 }) }),
      }),
      fc.record({
        kind: fc.constant('import' as const),
        subject: fc.constantFrom(EWA, A),
        import: fc.constantFrom(A, B),
        by: fc.constant('import.undone'),
      }),
      fc.record({
        kind: fc.constant('retention' as const),
        class: fc.constantFrom(...FIELD_CLASSES),
        upTo: fc.dictionary(fc.constantFrom(A, B), fc.integer({ min: 1, max: 3 })),
      }),
    )
    const some = fc.record({
      fact: fc.record({
        station: fc.constantFrom(A, B),
        seq: fc.integer({ min: 1, max: 4 }),
        type: fc.constant('delegate.added'),
        subject: fc.constantFrom(EWA, B),
        fields: fc.constantFrom<Field[]>([], [{ path: 'import', class: 'none', about: null, salt: '', value: A }]),
      }),
      field: fc.record({
        path: fc.constantFrom('name', 'wording', 'type'),
        class: fc.constantFrom(...FIELD_CLASSES),
        about: fc.constantFrom(null, EWA, A),
      }),
    })
    fc.assert(
      fc.property(fc.array(erasing), fc.array(erasing), some, (held, more, { fact: of, field: one }) => {
        const now = createTakenOut(held)(of, one)
        const later = createTakenOut([...more, ...held])(of, one)
        if (now !== null) expect(later).not.toBeNull()
        expect(createTakenOut([...held, ...more])(of, one) === null).toBe(later === null)
        if (one.class === 'none') expect(later).toBeNull()
      }),
      { numRuns: runs(1250) },
    )
  })
})

describe('order', () => {
  const wall = fc.oneof(
    fc.integer({ min: Date.UTC(1960), max: Date.UTC(2260) }),
    fc.constantFrom(0, Date.UTC(2200), Date.UTC(2000)),
  )

  test('a next time is later than one’s own and all that was seen inside the bounds, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(wall, { maxLength: 6 }), wall, wall, (walls, mine, clock) => {
        const before = nextOwn(null, mine)
        const seen = walls.map((one) => nextOwn(null, one))
        const own = nextOwn(before, clock)
        const next = nextAt(own, seen)
        expect(own > before).toBe(true)
        const at = (time: string) => ({ at: time, station: A, seq: 1 })
        for (const one of [before, ...seen]) expect(inOrder(at(one), at(next))).toBe(-1)
      }),
      { numRuns: runs(1250) },
    )
  })

  test('what is beyond the bounds comes last, and nobody steps past it', () => {
    const late = { at: '9999-01-01T00:00:00.000Z.0000', station: A, seq: 1 }
    const next = nextAt(nextOwn(null, Date.UTC(2026, 2, 10)), [late.at])
    expect(next).toBe('2026-03-10T00:00:00.000Z.0000')
    expect(inOrder({ at: next, station: B, seq: 1 }, late)).toBe(-1)
  })
})

describe('what the writer had seen', () => {
  /** Stations that write about one subject and hear of one another now and then; each knows what it really saw. */
  const story = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 30 })
  test('is told right, of any two facts, by what each names', () => {
    fc.assert(
      fc.property(story, (steps) => {
        type Told = { station: string; seq: number; after: { station: string; seq: number }[] }
        const held = [[], [], []] as Told[][]
        const all: Told[] = []
        const truth = new Map<string, Set<string>>()
        for (const [writer, other] of steps) {
          const mine = held[writer]
          const theirsToo = held[other]
          if (mine === undefined || theirsToo === undefined) continue
          if (writer !== other) {
            const names = new Set(mine.map(nameOf))
            mine.push(...theirsToo.filter((one) => !names.has(nameOf(one))))
            continue
          }
          const station = `${A.slice(0, -1)}${writer}`
          const next = { station, seq: mine.filter((one) => one.station === station).length + 1, after: endsOf(mine) }
          truth.set(nameOf(next), new Set(mine.map(nameOf)))
          mine.push(next)
          all.push(next)
        }
        const saw = sightOf(all)
        for (const one of all)
          for (const other of all) expect(saw(one, other)).toBe(truth.get(nameOf(other))?.has(nameOf(one)) ?? false)
      }),
      { numRuns: runs(1250) },
    )
  })
})
