/** What a row may count on in the hall: people, pledges and all else that a call can be about, each as the row asks for it. */
import type { KioskClient } from '../../shared/contract/index.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import type { Station } from '../../electron/station/app/station.ts'
import { aPledge, anAction, anyone, ewa, facilitator, organiser, steward } from '../support/test-station.ts'

/** Well-formed, and of nobody: what a call is given on a tablet that has nobody yet. */
export const NOBODY = '00000000-0000-7000-8000-000000000000'
const NEVER = `${NOBODY} 1`
export const A_JOB = '00000000-0000-7000-8000-0000000000a1'
export const ELEVEN = '2023-12-12T11:00:00.000Z'

export type Hall = ReturnType<typeof hallOf>

/** `client` is the screen that makes the call. */
export function hallOf(kiosk: Kiosk, client: KioskClient) {
  const station = kiosk.station()
  const about = (make: (station: Station) => string): string => (station === null ? NOBODY : make(station))
  /** Whoever is still as they are asked for; somebody new where the calls before have changed them all. Each commit costs time. */
  const add = (at: Station): string =>
    at.signIn.list({ ...FIRST, presence: 'expected' }).items.find(({ withdrawn }) => !withdrawn)?.id ??
    at.signIn.add(organiser, ewa)
  const badge = () => about((at) => at.signIn.badge(add(at)))
  return {
    /** The name of the best way back; of a backup that never was, where there is none. */
    wayBack: kiosk.state(kiosk.createSession()).refused?.waysBack[0]?.name ?? 'station-2023-12-12T10-00-00-000Z.db',
    /** Somebody on the list who has not come. */
    expected: () => about(add),
    /** Two entries of the list that may be one person. */
    twoPeople: () =>
      station === null
        ? { one: NOBODY, other: A_JOB }
        : { one: station.signIn.add(organiser, ewa), other: station.signIn.add(organiser, ewa) },
    /** Somebody who is in. */
    here: () =>
      about((at) => {
        const [already] = at.signIn.list({ ...FIRST, presence: 'here' }).items
        if (already !== undefined) return already.id
        const id = add(at)
        at.signIn.signIn(steward, id)
        return id
      }),
    /** Somebody who was taken off the list. */
    withdrawn: () =>
      about((at) => {
        const id = at.signIn.add(organiser, ewa)
        at.signIn.withdraw(organiser, id, 'Cannot come')
        return id
      }),
    /** The badge of somebody who has not come. */
    badge,
    /** Somebody whom this screen has just found by their badge, where it finds anybody. */
    async foundOneself(): Promise<string> {
      const found = await client.selfService.scan({ text: badge() }).catch(() => null)
      return found?.code === 'found' ? found.person.id : NOBODY
    },
    /** A list that the organiser has just chosen on this screen; of nobody, where none may be chosen. */
    async listInHand(): Promise<string> {
      const answer = await client.import.analyse({ file: aList() }).catch(() => null)
      return answer?.code === 'analysis' ? answer.id : NOBODY
    },
    /** A pledge that somebody else made, on another screen. */
    pledge: () => about((at) => at.pledges.make(anyone, aPledge).made?.id ?? ''),
    action: () =>
      about((at) => at.workshops.table(anAction).actions[0]?.id ?? at.workshops.propose(facilitator, anAction).id),
    idea: () =>
      about((at) => at.workshops.table(AN_IDEA).ideas[0]?.id ?? at.workshops.postIdea(facilitator, AN_IDEA).id),
    /** A roll call that is open, or that has ended; no other is open. */
    rollCall: (is: 'open' | 'ended') =>
      about((at) => {
        const { open } = at.rollCalls.state()
        if (open !== null && is === 'open') return open.id
        if (open !== null) at.rollCalls.end(steward, open.id, 'Sam Vale')
        const { id } = at.rollCalls.start(steward, 'Sam Vale', null).rollCall
        if (is === 'ended') at.rollCalls.end(steward, id, 'Sam Vale')
        return id
      }),
    /** A list that was read in. */
    listReadIn: () =>
      about((at) => {
        const already = at.signIn.importUndo.imports().find(({ undone }) => undone === null)
        if (already === undefined)
          at.signIn.importer.run(organiser, 'delegates.csv', Buffer.from('Name\nKwame Vale\n'), {})
        return already?.id ?? at.signIn.importUndo.imports()[0]?.id ?? ''
      }),
    /** A draft that somebody walked away from. */
    parked(): number {
      if (station === null) return 1
      const [already] = station.drafts.parked('steward').items
      if (already !== undefined) return already.id
      station.drafts.save('pledge', '{"wording":"Two weeks"}', 'window-9')
      station.drafts.park('pledge', 'window-9')
      return station.drafts.parked('steward').items[0]?.id ?? 0
    },
    /** A printing of one badge, under its job. */
    printing: () =>
      about((at) => {
        at.badges.printed(steward, [add(at)], { layout: 'a6', why: 'alone', job: A_JOB })
        return A_JOB
      }),
    /** A line of the paper sheet that was entered. */
    paperLine(): { delegate: string; entered: string } {
      if (station === null) return { delegate: NOBODY, entered: NEVER }
      const delegate = add(station)
      const answer = station.paper.enter(steward, { delegate, in: NINE, out: null, instead: null })
      return { delegate, entered: answer?.code === 'entered' ? answer.entry.entered : NEVER }
    },
  }
}

const FIRST = { search: '', offset: 0, limit: 50 }
export const NINE = '2023-12-12T09:30:00.000Z'

/** A list of invented people. */
export const aList = (people = 1) =>
  new File(
    [
      'Name,Organisation,E-mail\n',
      ...Array.from({ length: people }, (_, index) => `Kwame Vale,Firm ${index},k${index}@meriden.example\n`),
    ],
    'delegates.csv',
    { type: 'text/csv' },
  )

export const AN_IDEA = {
  session: 'workshop-1',
  table: 'table-7',
  question: 'in-the-way',
  text: 'A place to do homework with somebody who can help',
  name: '',
  organisation: '',
}
