/** Bringing four tablets together, beside the bare INSERT of the same rows; and folding and checking all that came. */
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { hash } from 'node:crypto'
import { type CarriedChain, chainsOf, takeInPages } from '../support/merge.ts'
import { drain } from '../../electron/slices.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { delegateAdded, signedIn, signedOut } from '../../electron/station/sign-in/facts.ts'
import { openStation, type Station } from '../../electron/station/app/station.ts'
import { bareDatabase, insertInto, shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder } from './measure.ts'

const TABLETS = 4
const PEOPLE = 12_500
const FACTS_EACH = 4
const PER_TRANSACTION = 25
const STEWARD = { role: 'steward', delegate: null } as const

/**
 * `merge-200k-seconds` against the INSERT of the same rows in transactions of the same size; `merge-longest-page`, in milliseconds, is how
 * long another call may wait meanwhile, against the longest such transaction; `refold-fact` and `check-fact`, in microseconds, against
 * the sha-256 of as many bytes as a fact takes.
 */
export const benchMerge = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const chains: CarriedChain[] = []
    for (let tablet = 0; tablet < TABLETS; tablet += 1) chains.push(...filled(join(folder, `tablet-${tablet}`), tablet))
    const here = openStation(join(folder, 'here'))
    try {
      const [seconds, longest] = merged(here, chains)
      const bare = bareDatabase(join(folder, 'bare'))
      const [floor, floorLongest] = inserted(bare, here)
      bare.close()
      const count = here.journal.facts.count()
      const refold = timed(() => here.journal.records.refoldAll())
      const check = timed(() => void here.check())
      const bytes = 'x'.repeat(1200)
      const hashing = timed(() => {
        for (let nth = 0; nth < count; nth += 1) hash('sha256', bytes)
      })
      const each = (milliseconds: number) => (milliseconds * 1000) / count
      return [
        {
          name: 'merge-200k-seconds',
          value: seconds / 1000,
          unit: 's',
          against: 'bare INSERT',
          againstValue: floor / 1000,
        },
        {
          name: 'merge-longest-page',
          value: longest,
          unit: 'ms',
          against: 'longest bare page',
          againstValue: floorLongest,
        },
        {
          name: 'refold-fact',
          value: each(refold),
          unit: 'µs',
          against: 'sha-256 of 1,200 bytes',
          againstValue: each(hashing),
        },
        {
          name: 'check-fact',
          value: each(check),
          unit: 'µs',
          against: 'sha-256 of 1,200 bytes',
          againstValue: each(hashing),
        },
      ]
    } finally {
      here.close()
    }
  })

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** A tablet that so many people have come to, closed; what it would give away. */
export function filled(folder: string, seed: number, count = PEOPLE): CarriedChain[] {
  const station = openStation(folder)
  try {
    station.loadEvent(shippedPack(), false)
    const people = inventedPeople({ count, seed })
    for (let from = 0; from < people.length; from += PER_TRANSACTION)
      station.journal.commit(STEWARD, (write) => {
        for (const [index, person] of people.slice(from, from + PER_TRANSACTION).entries()) {
          const badge = `PK1-NEC-${seed}${String(from + index).padStart(15, '0')}`
          const { subject } = write.begin(delegateAdded, { ...person, badge, ticket: '', walkIn: false })
          for (let fact = 1; fact < FACTS_EACH; fact += 1) {
            if (fact % 2 === 1) write.about(signedIn, subject, { how: 'scanned' })
            else write.about(signedOut, subject, {})
          }
        }
      })
    return chainsOf(station.journal)
  } finally {
    station.close()
  }
}

/** How long all of it took, and the longest page, in milliseconds. */
function merged(here: Station, chains: readonly CarriedChain[]): [number, number] {
  let [all, longest] = [0, 0]
  for (const chain of chains) {
    const pages = takeInPages(here.journal, chain)
    for (;;) {
      let done = false
      const took = timed(() => void (done = pages.next().done === true))
      all += took
      longest = Math.max(longest, took)
      if (done) break
    }
  }
  drain(here.checkInPieces())
  return [all, longest]
}

function inserted(bare: Database, here: Station): [number, number] {
  const columns = ['station', 'seq', 'hash', 'at', 'wall', 'type', 'v', 'subject', 'after', 'fields', 'last']
  const insert = insertInto(bare, 'fact', columns)
  let [all, longest] = [0, 0]
  for (const { station } of here.journal.facts.chains()) {
    const rows = [...here.journal.facts.from(station, 0)].map(
      ({ by: _by, body: _body, after, fields, last, ...fact }) => ({
        ...fact,
        after: JSON.stringify(after),
        fields: JSON.stringify(fields),
        last: Number(last),
      }),
    )
    for (let from = 0; from < rows.length; from += 500) {
      const page = rows.slice(from, from + 500)
      const took = timed(() => bare.transaction(() => page.forEach((row) => void insert.run(row)))())
      all += took
      longest = Math.max(longest, took)
    }
  }
  return [all, longest]
}
