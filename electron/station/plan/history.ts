/** The history of a record, from its facts, in words a person can follow. */
import { actionRecord, ideaRecord } from '../../../shared/domain/action.ts'
import { delegateRecord } from '../../../shared/domain/delegate.ts'
import { type Fact, isGone } from '../../../shared/domain/fact.ts'
import { pledgeRecord } from '../../../shared/domain/pledge.ts'
import { WHO_DID } from '../kernel/who-did.ts'
import { bodyOf as bodyAs, peopleMerged, peopleParted, wordsErased } from '../kernel/journal/index.ts'
import { pledgesMerged } from '../pledges/index.ts'

export type HistoryLine = {
  at: string
  what: string
  by: string
  station: string
  details: { name: string; value: string }[]
}

const WHAT: Record<string, string> = {
  'delegate.added': 'Added to the list',
  'delegate.amended': 'Details changed',
  'delegate.withdrawn': 'Taken off the list',
  'delegate.restored': 'Put back on the list',
  'person.erased': 'Forgotten, as they asked',
  'import.undone': 'The list that was read in was taken back',
  'delegate.details-chosen': 'Chosen what stays of two that are one',
  'delegate.noted': 'Note for staff changed',
  'badge.printed': 'Badge printed',
  'badge.print-failed': 'Badge did not print',
  'roll-call.ticked': 'Accounted for in a roll call',
  'roll-call.unticked': 'No longer accounted for in a roll call',
  'needs.recorded': 'Access or dietary needs noted',
  'attendance.signed-in': 'Signed in',
  'attendance.signed-out': 'Signed out',
  'attendance.undone': 'Undone',
  [peopleParted.type]: 'Said to be two after all',
  'pledge.attributed': 'Who pledged was put right',
  'pledges.parted': 'Said to be two after all',
  'roll-call.started': 'Roll call begun',
  'roll-call.ended': 'Roll call ended',
  'roll-call.reopened': 'Roll call taken up again',
  'import.made': 'A list was read in',
  'import.began': 'A list was read in',
  'pledge.made': 'Pledge made',
  'pledge.amended': 'Pledge changed',
  'pledge.withdrawn': 'Pledge withdrawn',
  'pledge.restored': 'Pledge brought back',
  'offers.grouped': 'Confirmed as one group of like offers',
  'offers.parted': 'The group of like offers was taken apart',
  'action.proposed': 'Action proposed',
  'action.amended': 'Action changed',
  'action.moved': 'Moved in the table’s list',
  'action.placed': 'Action moved to another table or session',
  'action.withdrawn': 'Action withdrawn',
  'action.restored': 'Action brought back',
  'idea.posted': 'Idea posted',
  'idea.amended': 'Idea changed',
  'idea.placed': 'Idea moved to another table or question',
  'idea.withdrawn': 'Idea withdrawn',
  'idea.restored': 'Idea brought back',
}

/** Of what a fact says, the word for it; what has none is not told. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...delegateRecord.called,
    ...pledgeRecord.called,
    ...actionRecord.called,
    ...ideaRecord.called,
    reason: 'Reason',
  }),
)

/** The parts of a body worth showing: what was changed where something was changed, else what was said. */
function detailsOf(body: unknown): { name: string; value: string }[] {
  if (body === null || typeof body !== 'object') return []
  return Object.entries(body).flatMap(([key, value]) => {
    if (key === 'changes' || key === 'by') return detailsOf(value)
    // Where a detail of a person came from is told by who said it.
    if (key === 'origin' && value !== 'paper') return []
    const name = WORDS.get(key)
    const shown = shownValue(value)
    return name === undefined || shown === '' ? [] : [{ name, value: shown }]
  })
}

function shownValue(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (value !== null && typeof value === 'object' && 'stated' in value) {
    const due =
      'due' in value && typeof value.due === 'string' && 'derived' in value && value.derived === true
        ? ` (by ${value.due})`
        : ''
    return `${String(value.stated) || 'not sure yet'}${due}`
  }
  return ''
}

type Sources = {
  /** What a fact says, as the journal reads it; null where it cannot. */
  bodyOf: (fact: Fact) => unknown
  /** When it was, as an ISO instant. */
  timeOf: (fact: Fact) => string
  /** A station's name by its id. */
  stationName: (id: string) => string
  /** Of the two who are said to be one: what the other is called; empty where nobody can tell. */
  otherName: (pair: { one: string; other: string }) => string
  /** The same of two pledges: the reference of the other. */
  otherPledge: (pair: { one: string; other: string }) => string
  /** What somebody on the list is called; empty where nobody can tell. */
  personName: (id: string) => string
}

/** Null where it does not say that two are one. */
function mergeIn(fact: Fact, { otherName, otherPledge }: Pick<Sources, 'otherName' | 'otherPledge'>): string | null {
  const people = bodyAs(peopleMerged, fact)
  if (people !== null) return `Said to be one person with ${otherName(people) || 'another entry of the list'}`
  const pledges = bodyAs(pledgesMerged, fact)
  return pledges === null ? null : `Said to be one promise with ${otherPledge(pledges) || 'another pledge'}`
}

/** Who did it, as far as that is known: somebody by their name, staff by what they do here. */
const byWhom = ({ by }: Fact, personName: Sources['personName']): string =>
  (by.delegate === null ? '' : personName(by.delegate)) || WHO_DID[by.role]

/** A redacted fact is told, its contents are gone. So is one from a newer app, whose contents only a newer app can read. */
export const historyOf = (
  facts: readonly Fact[],
  { bodyOf, timeOf, stationName, personName, ...others }: Sources,
): HistoryLine[] =>
  facts
    .filter(({ type }) => type !== wordsErased.type)
    .map((fact) => {
      const body = bodyOf(fact)
      const note = fact.fields.some(isGone)
        ? ' (contents removed)'
        : body === null
          ? ' (by a newer version of this app)'
          : ''
      return {
        at: timeOf(fact),
        what: `${mergeIn(fact, others) ?? WHAT[fact.type] ?? fact.type}${note}`,
        by: byWhom(fact, personName),
        station: stationName(fact.station),
        details: detailsOf(body),
      }
    })
