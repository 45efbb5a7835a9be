/** Many facts in one commit: however they follow one another, the records are what a refold makes of them. */
import { expect, test } from 'vitest'
import { loadedStation } from '../support/any-day.ts'
import { fc, runs } from '../support/chance.ts'
import { ewa, organiser } from '../support/test-station.ts'
import { delegateAdded, delegateAmended, needsRecorded, signedIn } from '../../electron/station/sign-in/facts.ts'
import { importUndone } from '../../electron/station/sign-in/import/import-facts.ts'
import type { Station } from '../../electron/station/app/station.ts'
import type { Writer } from '../../electron/station/kernel/journal/index.ts'

const LISTS = ['0190a000-0000-7000-8000-0000000000a1', '0190a000-0000-7000-8000-0000000000a2']
const PEOPLE = ['0190a000-0000-7000-8000-0000000000e1', '0190a000-0000-7000-8000-0000000000e2']

const list = fc.constantFrom(...LISTS)
const text = fc.constantFrom('', 'Halal', 'Clerk')
const saying = fc.oneof(
  fc.record({ what: fc.constant('added' as const), name: fc.constantFrom('Ewa', 'Ewa Kaur'), list }),
  fc.record({ what: fc.constant('needs' as const), dietary: text, first: fc.boolean(), list }),
  fc.record({ what: fc.constant('amended' as const), role: text }),
  fc.record({ what: fc.constant('undone' as const), list, reason: text }),
  fc.record({ what: fc.constant('signed in' as const) }),
)
const fact = fc.record({ whom: fc.constantFrom(...PEOPLE), saying })
type OfOne = typeof fact extends fc.Arbitrary<infer T> ? T : never

function writeOne(write: Writer, { whom, saying: one }: OfOne): void {
  if (one.what === 'added')
    write.about(delegateAdded, whom, {
      ...ewa,
      name: one.name,
      badge: `PK1-NEC-${one.name.length}`,
      ticket: '',
      walkIn: false,
      import: one.list,
    })
  else if (one.what === 'needs')
    write.about(needsRecorded, whom, {
      access: '',
      dietary: one.dietary,
      import: one.list,
      ...(one.first ? { first: true } : {}),
    })
  else if (one.what === 'amended') write.about(delegateAmended, whom, { changes: { role: one.role }, reason: '' })
  else if (one.what === 'undone') write.about(importUndone, whom, { import: one.list, reason: one.reason })
  else write.about(signedIn, whom, { how: 'found' })
}

/** Corrected by somebody who did not know that the list had been taken back. */
const corrected: OfOne[][] = (
  [
    { what: 'added', name: 'Ewa', list: LISTS[0] ?? '' },
    { what: 'undone', list: LISTS[0] ?? '', reason: '' },
    { what: 'amended', role: 'Clerk' },
  ] as const
).map((one) => [{ whom: PEOPLE[0] ?? '', saying: one }])

const recordsOf = ({ journal }: Station) => [...journal.records.lines()].filter((line) => !line.startsWith('event '))

test('whatever is said of people in one commit, the records are what a refold makes of it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fact, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }), (commits) => {
      const station = loadedStation()
      const undone = new Set<string>()
      for (const facts of commits)
        station.journal.commit(organiser, (write) => {
          for (const one of facts) {
            const { saying: said, whom } = one
            // No list goes on speaking of somebody after it was taken back.
            if ('list' in said && undone.has(`${whom} ${said.list}`)) continue
            if (said.what === 'undone') undone.add(`${whom} ${said.list}`)
            writeOne(write, one)
          }
        })
      const kept = recordsOf(station)
      station.journal.records.refoldAll()
      expect(recordsOf(station)).toEqual(kept)
      station.close()
    }),
    { numRuns: runs(40), examples: [[corrected]] },
  )
})
