/** What follows where facts come, or count no longer, that change what others add up to: rulings, clashes, words on clocks, merges. */
import type { ChangeKind } from '../../../../shared/contract/station.ts'
import type { Fact } from '../../../../shared/domain/fact.ts'
import type { createClashes } from './clashes.ts'
import { certificateIn, stationEnrolled } from './enrolled.ts'
import type { createFactTable } from './fact-table.ts'
import type { createJoined } from './joined.ts'
import type { createRecordStore } from './record-store.ts'
import { type createRedaction, touch, type Touched } from './redaction.ts'
import type { createTimes } from './times.ts'

type Deps = {
  facts: ReturnType<typeof createFactTable>
  clashes: ReturnType<typeof createClashes>
  shown: ReturnType<typeof createTimes>
  joined: ReturnType<typeof createJoined>
  records: ReturnType<typeof createRecordStore>
  redaction: ReturnType<typeof createRedaction>
}

/** All of it in a transaction of the caller's. */
export function createCounted({ facts, clashes, shown, joined, records, redaction }: Deps) {
  /** After a clash or a ruling: all that is known of the stations that it is about may count now, or no longer. */
  const recount = (all: readonly Fact[], touched: Touched): void => {
    const before = shown.before(all)
    clashes.forget()
    joined.forget()
    shown.changedSince(before, touched)
    const about = all.flatMap((fact) => {
      if (fact.type === stationEnrolled.type)
        return [fact.station, ...(certificateIn(fact)?.binds.map(({ station }) => station) ?? [])]
      const body = fact.body['station']
      if (clashes.isRuling(fact) && typeof body === 'string') return [body]
      return clashes.isForked(fact.station) ? [fact.station] : []
    })
    for (const of of new Set(about)) for (const fact of facts.from(of, 0)) touch(touched, fact)
  }

  /**
   * To be told in a transaction of the caller's: facts came that others wrote; `clash` where one has a number that another has already.
   * Answers which lists have changed.
   */
  function came(all: readonly Fact[], touched: Touched, clash: boolean): Set<ChangeKind> {
    if (clash || all.some(clashes.isRuling)) recount(all, touched)
    else {
      if (all.some(({ station: of }) => clashes.isForked(of))) clashes.forget()
      if (all.some(shown.isOfClock)) shown.changedSince(shown.before(all), touched)
    }
    redaction.apply(all, touched)
    const mayMerge = clash || all.some((fact) => clashes.isRuling(fact) || joined.isOfJoined(fact))
    const settled = mayMerge ? records.settleJoined() : { subjects: [], changes: [] }
    for (const of of [...touched.keys(), ...settled.subjects])
      for (const id of [of, joined.leaderOf(of)]) if (!touched.has(id)) touched.set(id, new Set())
    return new Set([...settled.changes, ...records.refoldTouched(touched)])
  }

  return { recount, came }
}
