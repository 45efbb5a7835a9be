/** What the golden day of format 1 has not: every other type of fact that a record hears of, two who did not see each other among them. */
import { badgeFailed } from '../../electron/station/badges/facts.ts'
import { eventChanged } from '../../electron/station/event/facts.ts'
import { groupId, offersGrouped, offersParted } from '../../electron/station/follow-up/facts.ts'
import {
  clockSaid,
  idFromName,
  type Journal,
  people,
  peopleMerged,
  personErased,
} from '../../electron/station/kernel/journal/index.ts'
import { rollCallReopened, rollCallStarted } from '../../electron/station/roll-call/facts.ts'
import {
  delegateAdded,
  delegateAmended,
  delegateNoted,
  detailsChosen,
  delegateRestored,
  delegateWithdrawn,
  needsRecorded,
} from '../../electron/station/sign-in/facts.ts'
import {
  importBegan,
  importEnded,
  importMade,
  importUndoBegan,
} from '../../electron/station/sign-in/import/import-facts.ts'
import {
  onePledge,
  pledgeAmended,
  pledgeAttributed,
  pledgeMade,
  pledgesMerged,
  pledgeWithdrawn,
} from '../../electron/station/pledges/facts.ts'
import { nameOf } from '../../shared/domain/fact.ts'
import {
  actionAmended,
  actionMoved,
  actionPlaced,
  actionProposed,
  actionRestored,
  actionWithdrawn,
  ideaAmended,
  ideaPlaced,
  ideaPosted,
  ideaRestored,
  ideaWithdrawn,
} from '../../electron/station/workshops/facts.ts'
import { answerGiven } from '../../electron/station/way-out/facts.ts'
import { anAction, aPledge, ewa, kwame, organiser } from './test-station.ts'

/** Ids that every run gives to the same things. */
const idOf = (nth: number): string => `018c5d3c-92a0-7a65-a708-0000000001${String(nth).padStart(2, '0')}`
const OTHER_DOOR = '018c5d3c-92a0-7a65-a708-00000000000b'

/** Writes it down in the journal, after whatever is there. Its bodies are those of released versions, and never change. */
export function goldenAfternoon(journal: Journal): void {
  const person = { badge: 'PK1-NEC-golden', ticket: '', walkIn: true, origin: 'hand' as const }
  const reason = 'A slip of the pen'
  journal.commit(organiser, (write) => {
    write.begin(delegateAdded, { ...ewa, ...person, area: 'Youth work' }, idOf(1))
    write.about(delegateNoted, idOf(1), { note: 'A word about the lift' })
    write.about(delegateWithdrawn, idOf(1), { reason })
    write.about(delegateRestored, idOf(1), { reason })
    write.about(needsRecorded, idOf(1), { access: 'Step-free', dietary: 'Halal', origin: 'hand' })
    write.about(badgeFailed, idOf(1), { layout: 'a6', why: 'alone', job: idOf(90) })

    write.begin(delegateAdded, { ...kwame, ...person, badge: 'PK1-NEC-gone' }, idOf(2))
    write.about(personErased, idOf(2), { ids: [idOf(2)], reason: 'They asked' })

    write.begin(rollCallStarted, { event: idOf(91), by: 'Ines', horizon: '' }, idOf(3))
    write.about(rollCallReopened, idOf(3), { by: 'Ines' })
    write.begin(rollCallStarted, { event: idOf(91), by: 'Ines', over: [idOf(3)] }, idOf(6))

    write.begin(importMade, { name: 'late.csv', added: 1, updated: 0, digest: 'ab', met: [] }, idOf(7))
    write.about(importUndoBegan, idOf(7), { reason })
    // Twice on the list, and one person.
    for (const id of [idOf(8), idOf(9)]) write.begin(delegateAdded, { ...kwame, ...person, badge: `PK1-NEC-${id}` }, id)
    write.about(peopleMerged, people.pairId(idOf(8), idOf(9)), { one: idOf(8), other: idOf(9), reason })

    const timescale = { stated: 'by spring', due: '2024-03-31', derived: true }
    const { title, owner, organisation, measure } = anAction
    const action = {
      reference: '7K3-QF9W',
      session: 'workshop-1',
      table: 'table-7',
      place: 'a0',
      title,
      owner,
      organisation,
    }
    write.begin(actionProposed, { ...action, timescale, measure, priority: null }, idOf(4))
    write.about(actionAmended, idOf(4), { changes: { owner: 'Head of Leisure', area: 'Pools' }, reason })
    write.about(actionMoved, idOf(4), { place: 'a1' })
    write.about(actionWithdrawn, idOf(4), { reason })
    write.about(actionRestored, idOf(4), { reason })

    const idea = { reference: '7K4-QF9X', session: 'workshop-1', table: 'table-7', question: 'What would help?' }
    write.begin(ideaPosted, { ...idea, text: 'A quiet room', name: 'Ewa', organisation: 'Elmdon House' }, idOf(5))
    write.about(ideaAmended, idOf(5), { changes: { text: 'Two quiet rooms' }, reason })
    write.about(ideaWithdrawn, idOf(5), { reason })
    write.about(ideaRestored, idOf(5), { reason })
  })
  // Somebody says that this tablet is five minutes fast.
  journal.commit(organiser, (write) => write.about(clockSaid, journal.station, { ahead: 5 * 60_000 }))
  // Another door changes the same of Ewa, and has not seen what was changed here.
  const amend = (organisation: string) =>
    journal.commit(organiser, (write) =>
      write.about(delegateAmended, idOf(1), { changes: { organisation }, reason, origin: 'hand' }),
    )
  const here = amend('Elmdon Lodge')
  const there = amend('Elmdon Hall')
  amend('Elmdon Lodge')
  journal.facts.add({
    ...there,
    station: OTHER_DOOR,
    seq: 1,
    at: `${there.at.slice(0, 11)}15${there.at.slice(13)}`,
    after: here.after,
  })
  // Two long lists: one came to its end, and one was cut off.
  journal.commit(organiser, (write) => {
    write.begin(importBegan, { name: 'long.csv', added: 230, updated: 1, digest: 'cd', met: [] }, idOf(12))
    write.about(importEnded, idOf(12), { added: 229, updated: 1 })
    write.begin(importBegan, { name: 'cut.csv', added: 300, updated: 0, digest: 'ef', met: [] }, idOf(13))
  })
  // The event is changed while people write, and what hangs on a table that is closed goes to another.
  journal.commit(organiser, (write) => {
    const changes = [
      { path: 'tables/table-3/closed', before: '', after: 'true' },
      { path: 'strategy/nextBoard', before: '"February 2024"', after: '"2024-02-06"' },
      { path: 'priorities/moonlight/title', before: '', after: '"Nobody has this one"' },
    ]
    write.about(eventChanged, idFromName('event solihull-nec'), { changes })
    write.about(actionPlaced, idOf(4), { session: 'workshop-2', table: 'table-8', place: 'a0', reason })
    write.about(ideaPlaced, idOf(5), { session: 'workshop-1', table: 'table-8', question: 'who-else', reason })
  })
  // One promise that was written down twice, and who made it put right since.
  const nobody = { kind: 'anonymous' as const, delegate: null, name: '', organisation: '', area: '', sector: '' }
  const timescale = { stated: 'by spring', due: '2024-03-31', derived: true }
  const promised = { type: 'work-experience', quantity: null, timescale, priority: null }
  const silent = { mayContact: false, email: '', showName: false }
  journal.commit(organiser, (write) => {
    const first = { reference: '7K5-QF9Y', by: nobody, wording: 'Two weeks with us' }
    write.begin(pledgeMade, { ...promised, ...silent, ...first }, idOf(14))
    const by = { ...nobody, kind: 'organisation' as const, organisation: 'Meriden Motors', name: 'K. Bell' }
    const again = { reference: '7K6-QF9Z', by, wording: 'Two weeks in the works', quantity: 2, showName: true }
    write.begin(pledgeMade, { ...promised, ...silent, ...again }, idOf(15))
    const pair = onePledge.pairId(idOf(14), idOf(15))
    write.about(pledgesMerged, pair, { one: idOf(14), other: idOf(15), whose: {}, reason })
    const { name, organisation, sector } = kwame
    const who = { ...nobody, kind: 'delegate' as const, delegate: idOf(8), name, organisation, sector }
    const allows = { mayContact: false, email: '', showName: false }
    const said = write.about(pledgeAttributed, idOf(14), { by: who, was: null, allows, reason })
    write.about(pledgeAmended, idOf(14), { changes: { showName: true }, reason, as: nameOf(said) })
    write.about(pledgeAmended, idOf(15), { changes: { mayContact: true, quantity: 3 }, reason })
    write.about(pledgeWithdrawn, idOf(15), { reason })
  })
  // Offers that are alike: a group that was confirmed and then again with one more, and another that was taken apart.
  const alike = { type: 'work-experience', name: 'Placements', by: 'Ines' }
  const [business, none] = ['business', ''].map((sector) => groupId(idOf(91), alike.type, sector))
  journal.commit(organiser, (write) => {
    const say = (about = '', sector = '', members: string[] = [], takesBack: string[] = []) =>
      nameOf(write.about(offersGrouped, about, { ...alike, sector, members, takesBack }))
    const first = say(business, 'business', [idOf(20), idOf(21)])
    say(business, 'business', [idOf(20), idOf(21), idOf(22)], [first])
    write.about(offersParted, none ?? '', { takesBack: [say(none, '', [idOf(23), idOf(24)])], reason })
  })
  // Cards that were written on in the morning, one of them entered twice; and an answer at the way out.
  journal.commit(organiser, (write) => {
    const unsaid = { timescale: { stated: '', due: null, derived: false } }
    const paper = { origin: 'paper' as const, card: '2WBS96D', written: '2023-12-12T09:40:00.000Z' }
    const { by: _by, ...pledge } = aPledge
    const card = { reference: '2WBS96D', by: nobody, ...pledge, ...unsaid, ...paper }
    write.begin(pledgeMade, card, idOf(30))
    write.about(pledgeWithdrawn, idOf(30), { reason })
    write.about(pledgeMade, idOf(30), { ...card, quantity: 5 })
    const { title, owner, organisation, measure, session, table } = anAction
    const line = { session, table, ...paper, card: '65X5RQ2/1' }
    write.begin(
      actionProposed,
      { reference: 'YR6HJXB', place: 'a2', title, owner, organisation, measure, priority: null, ...unsaid, ...line },
      idOf(31),
    )
    const idea = { question: 'what-would-help', text: 'A quiet room', name: '', organisation: '' }
    write.begin(ideaPosted, { reference: 'FHPZP21', ...idea, ...line }, idOf(32))
    write.begin(answerGiven, { answer: 'yes' }, idOf(33))
  })
  // Of two that are one the name of the other stays.
  journal.commit(organiser, (write) => void write.about(detailsChosen, idOf(8), { of: { name: [idOf(9)] } }))
}
