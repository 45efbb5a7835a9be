import { describe, expect, test } from 'vitest'
import { fc, runs } from '../../../../test/support/chance.ts'
import { anyone, ewa, organiser, readyStation, steward } from '../../../../test/support/test-station.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import { makeId } from '../../kernel/journal/index.ts'
import type { Station } from '../../app/station.ts'
import { delegateAdded, delegateAmended, needsRecorded } from '../facts.ts'
import { correctedIn } from './origin.ts'

const IMPORT = '0190a000-0000-4000-8000-00000000000a'
const HEADINGS = 'Name,Organisation,Job title,Dietary needs,Barcode #'
const list = (...rows: string[]) => Buffer.from([HEADINGS, ...rows].join('\n'))
const read = (station: Station, csv: Buffer, choices = {}) => {
  const answer = station.signIn.importer.run(organiser, 'delegates.csv', csv, { choices: { each: [], all: choices } })
  if (answer.code !== 'imported') throw new Error(answer.sentence)
  return answer
}
const idOf = (station: Station, name: string): string => {
  const [found] = station.signIn.find(name)
  if (found === undefined) throw new Error(`${name} is not on the list`)
  return found.id
}
const origins = (station: Station, id: string) =>
  station.journal.facts
    .about(id)
    .flatMap(({ type, body: { origin } }) => (typeof origin === 'string' ? [`${type} ${origin}`] : []))

describe('a list leaves what somebody here said', () => {
  test('a steward who gives “Imported again” as the reason has corrected it all the same', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon Hosue,,,T1'))
    const id = idOf(station, 'Ewa Kaur')
    station.signIn.amend(steward, id, { organisation: 'Elmdon House' }, 'Imported again')
    expect(read(station, list('Ewa Kaur,Elmdon Hosue,,,T1'))).toMatchObject({ updated: 0 })
    expect(station.signIn.delegate(id)?.organisation).toBe('Elmdon House')
    expect(origins(station, id)).toEqual(['delegate.added import', 'delegate.amended hand'])
  })

  test('needs that the organiser wrote down by hand are no list’s, and the next list leaves them', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,,Vegan,T1'))
    const id = idOf(station, 'Ewa Kaur')
    station.signIn.recordNeeds(organiser, id, { access: '', dietary: 'Vegan, no nuts' })
    read(station, list('Ewa Kaur,Elmdon House,,Vegan,T1'))
    expect(station.signIn.needs(id).dietary).toBe('Vegan, no nuts')
  })

  test('each fact says where it came from: the list, a hand, or a choice about the list', async () => {
    const station = await readyStation()
    read(station, list('Ewa Kaur,Elmdon House,Clerk,Halal,T1'))
    const id = idOf(station, 'Ewa Kaur')
    read(station, list('Ewa Kaur,Elmdon Trust,Clerk,Vegan,T1'))
    // What this tablet has is kept, though nobody had corrected it.
    read(station, list('Ewa Kaur,Elmdon Trust,Driver,No nuts,T1'), { changed: 'keep' })
    expect(origins(station, id)).toEqual([
      'delegate.added import',
      'needs.recorded import',
      'delegate.amended import',
      'needs.recorded import',
      'needs.recorded chosen',
      'delegate.amended chosen',
    ])
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon Trust', role: 'Clerk' })
    expect(station.signIn.needs(id).dietary).toBe('Vegan')
    // What was chosen stands against the next list, which takes the rest.
    read(station, list('Ewa Kaur,Elmdon House,Driver,No nuts,T1'))
    expect(station.signIn.delegate(id)).toMatchObject({ organisation: 'Elmdon House', role: 'Clerk' })
    expect(station.signIn.needs(id).dietary).toBe('Vegan')
    const walkIn = station.signIn.walkIn(steward, ewa, { access: 'Step-free', dietary: '' }).id
    station.selfService.signIn(anyone, walkIn, {
      details: { organisation: 'Meriden Motors' },
      needs: { access: '', dietary: 'Vegan' },
      byBadge: true,
    })
    expect(origins(station, walkIn)).toEqual([
      'delegate.added hand',
      'needs.recorded hand',
      'delegate.amended hand',
      'needs.recorded hand',
    ])
  })
})

describe('facts from before there was an origin', () => {
  const details = { name: 'Ewa', role: '', organisation: '', sector: '', email: '', table: '' }
  const old = fc.oneof(
    fc.record({
      type: fc.constant('amended' as const),
      field: fc.constantFrom('role' as const, 'organisation' as const),
      reason: fc.constantFrom('Imported again', 'She told us'),
      from: fc.constantFrom('list' as const, 'hand' as const, 'choice' as const),
    }),
    fc.record({ type: fc.constant('needs' as const), role: fc.constantFrom('organiser' as const, 'steward' as const) }),
    fc.record({ type: fc.constant('needs chosen' as const) }),
  )

  test('are read as they were: by the list that wrote them, by what was chosen, and needs by who wrote them; never by a reason', async () => {
    const station = await readyStation()
    fc.assert(
      fc.property(fc.array(old, { maxLength: 8 }), (story) => {
        const id = makeId(0, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
        const say = (by: Actor, write: Parameters<typeof station.journal.commit<void>>[1]) =>
          station.journal.commit(by, write)
        say(
          organiser,
          (write) =>
            void write.begin(
              delegateAdded,
              { ...details, badge: 'PK1', ticket: '', walkIn: false, import: IMPORT },
              id,
            ),
        )
        const corrected = new Set<string>()
        const set = (fields: readonly string[], isCorrected: boolean) =>
          fields.forEach((field) => (isCorrected ? corrected.add(field) : corrected.delete(field)))
        for (const one of story) {
          if (one.type === 'amended') {
            const { field, reason, from } = one
            const body = { changes: { [field]: 'x' }, reason }
            const more = from === 'hand' ? {} : { import: IMPORT, ...(from === 'choice' ? { chosen: [field] } : {}) }
            say(steward, (write) => void write.about(delegateAmended, id, { ...body, ...more }))
            set([field], from !== 'list')
          } else if (one.type === 'needs') {
            const by = one.role === 'organiser' ? organiser : steward
            say(by, (write) => void write.about(needsRecorded, id, { access: 'Ramp', dietary: '' }))
            set(['accessNeeds', 'dietaryNeeds'], one.role === 'steward')
          } else {
            const chosen = ['accessNeeds' as const, 'dietaryNeeds' as const]
            const body = { changes: {}, reason: 'Needs chosen when a list was imported', chosen, import: IMPORT }
            say(organiser, (write) => void write.about(delegateAmended, id, body))
            set(chosen, true)
          }
        }
        expect([...correctedIn(station.journal.facts.about(id))].toSorted()).toEqual([...corrected].toSorted())
      }),
      { numRuns: runs(60) },
    )
  })
})
