/** What was changed of the event, by whom, as it was and as it became; the newest first. */
import { type ChangeInWords, changeInWords } from '../../../shared/domain/event-change/words.ts'
import type { PackChange } from '../../../shared/domain/event-change/change.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Fact } from '../../../shared/domain/fact.ts'
import { WHO_DID } from '../kernel/who-did.ts'

export type EventHistoryLine = { at: string; by: string; station: string; changes: ChangeInWords[] }

type Sources = {
  /** The event as it is now: whatever was ever in it still has its name there. */
  pack: EventPack
  timeOf: (fact: Fact) => string
  stationName: (id: string) => string
}

/** `changes`: null where it was loaded. */
export const eventHistoryOf = (
  told: readonly { fact: Fact; changes: readonly PackChange[] | null }[],
  { pack, timeOf, stationName }: Sources,
): EventHistoryLine[] =>
  told
    .map(({ fact, changes }) => ({
      at: timeOf(fact),
      by: WHO_DID[fact.by.role],
      station: stationName(fact.station),
      changes: (changes ?? []).map((change) => changeInWords(pack, change)),
    }))
    .toReversed()
