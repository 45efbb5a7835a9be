/** What an organiser asks about one person, or about two entries that may be one. */
import type { Database, Statement } from 'better-sqlite3'
import type { LikenessReason } from '../../../shared/contract/people.ts'
import type { DelegateView, Needs } from '../../../shared/domain/delegate.ts'
import type { Journal, Row } from '../kernel/journal/index.ts'
import type { createDirectory } from './directory.ts'
import { attendanceKind, changesIn, delegateKind, needsKind, stepsIn } from './facts.ts'
import { type createSignInRows, DESK, type SignInRow } from './rows.ts'

type Deps = {
  db: Database
  journal: Journal
  rows: ReturnType<typeof createSignInRows>
  directory: ReturnType<typeof createDirectory>
  stationName: (id: string) => string
}

/** By what somebody is known. */
type Known = { name: string; listName: string; email: string }
export type LikelyPair = { one: DelegateView; other: DelegateView; why: readonly LikenessReason[] }

/** As the desk reads it beside a delegate. */
const besides = (attendance: Row | null) => ({
  presence: attendance?.['presence'] ?? null,
  since: attendance?.['since'] ?? null,
  atStation: attendance?.['station'] ?? null,
})

export function createAboutPerson({ db, journal, rows, directory, stationName }: Deps) {
  const called: Statement<[{ text: string }], SignInRow> = db.prepare(
    `${DESK} WHERE d.name = @text COLLATE NOCASE OR d.listName = @text COLLATE NOCASE OR (d.email <> '' AND d.email = @text COLLATE NOCASE)`,
  )
  const knownBy: Statement<[], Known & { id: string }> = db.prepare('SELECT id, name, listName, email FROM delegate')
  const listed: Statement<[], { id: string; name: string; organisation: string; email: string }> = db.prepare(
    "SELECT id, name, organisation, email FROM delegate WHERE status = 'listed' ORDER BY name COLLATE NOCASE, id",
  )
  const trail: Statement<[string], { trail: string }> = db.prepare('SELECT trail FROM attendance WHERE id = ?')

  return {
    /** Their coming and going, oldest first, without what changed nothing. `station`: as it is called. */
    stepsOf: (id: string) =>
      changesIn(stepsIn(trail.get(journal.leaderOf(id))?.trail ?? '[]')).map(({ kind, at, station }) => ({
        kind,
        at,
        station: stationName(station),
      })),
    /** Everybody who is just so called, or has this e-mail address; also whoever was taken off the list. */
    called: (text: string): DelegateView[] => called.all({ text: text.trim() }).map(rows.viewOf),
    /** By what everybody else is known, one by one. */
    *othersThan(ids: readonly string[]): Generator<Known> {
      for (const { id, ...one } of knownBy.all()) if (!ids.includes(id)) yield one
    },
    /** Everybody on the list beside whoever is probably the same person, each two once; null for each who was looked at. */
    *likelyPairs(): Generator<LikelyPair | null> {
      for (const person of listed.all()) {
        for (const found of directory.similar(person, 4)) {
          const [one, other] = [rows.get(person.id), rows.get(found.id)]
          if (found.likely && found.id > person.id && one !== null && other !== null)
            yield { one: rows.viewOf(one), other: rows.viewOf(other), why: found.why }
        }
        yield null
      }
    },
    /** What somebody would be if these two were one; null where there would be nobody. Nothing is written. */
    asOne(one: string, other: string): { delegate: DelegateView; needs: Needs } | null {
      const of = (kind: typeof delegateKind): Row | null => journal.records.asOne(kind, [one, other])
      const row = of(delegateKind)
      if (row === null) return null
      // The rows only came from their folds.
      const stored = { ...row, walkIn: Number(row['walkIn']), ...besides(of(attendanceKind)) } as unknown as SignInRow
      const needs = of(needsKind) as Needs | null
      return { delegate: rows.viewOf(stored), needs: needs ?? { access: '', dietary: '' } }
    },
  }
}
