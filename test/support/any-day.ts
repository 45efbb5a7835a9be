/** Any day in the hall: whatever people may do at a tablet, in any order, and a tablet that is ready for it. */
import type { Station } from '../../electron/station/app/station.ts'
import { tempFolder } from './temp-folder.ts'
import {
  anAction,
  anyone,
  aPledge,
  ewa,
  facilitator,
  handClock,
  openTest,
  organiser,
  shippedPack,
  steward,
} from './test-station.ts'
import { fc } from './chance.ts'

/** Things that can happen in the hall; `n` picks whom or what they happen to. */
export const anyStep = fc.record({
  what: fc.constantFrom(
    'arrive',
    'sign-in',
    'sign-out',
    'undo',
    'amend-person',
    'import',
    'undo-import',
    'pledge',
    'amend-pledge',
    'withdraw-pledge',
    'restore-pledge',
    'propose',
    'move',
    'amend-action',
    'withdraw-action',
    'idea',
    'withdraw-idea',
    'needs',
    'purge',
  ),
  n: fc.nat(30),
  words: fc.string({ maxLength: 30 }),
})
export type Step = { what: string; n: number; words: string }

/** Plays steps on a station, keeping the ids it got. */
export function play(station: Station, steps: readonly Step[]): void {
  const people: string[] = []
  const pledges: string[] = []
  const actions: string[] = []
  const ideas: string[] = []
  const pick = (list: string[], n: number, use: (id: string) => void) => {
    const id = list[n % Math.max(1, list.length)]
    if (id !== undefined) use(id)
  }
  for (const { what, n, words } of steps) {
    switch (what) {
      case 'arrive':
        people.push(
          station.signIn.walkIn(
            steward,
            { ...ewa, name: `${words} ${n}` },
            { access: n % 3 === 0 ? 'Step-free' : '', dietary: '' },
          ).id,
        )
        break
      case 'sign-in':
        pick(people, n, (id) => station.signIn.signIn(steward, id))
        break
      case 'sign-out':
        pick(people, n, (id) => station.signIn.signOut(steward, id))
        break
      case 'undo':
        pick(people, n, (id) => station.signIn.undo(steward, id, 'Wrong person'))
        break
      case 'amend-person':
        pick(people, n, (id) =>
          station.signIn.amend(steward, id, n % 2 === 0 ? { organisation: words } : { area: words }, 'They moved'),
        )
        break
      case 'import': {
        const list = `Name,Organisation,Directorate,Job title\n${ewa.name} ${n % 3},${ewa.organisation},Housing ${n % 2},Role ${n}\nOdo ${n % 5},Elsewhere,,Clerk\n`
        station.signIn.importer.run(organiser, 'delegates.csv', Buffer.from(list), {})
        break
      }
      case 'undo-import': {
        const standing = station.signIn.importUndo.imports().find(({ undone }) => undone === null)
        const before = standing === undefined ? null : station.signIn.importUndo.before(standing.id)
        if (standing !== undefined && before !== null)
          station.signIn.importUndo.undo(organiser, {
            id: standing.id,
            reason: words || 'The wrong list',
            seen: before.seen,
          })
        break
      }
      case 'pledge': {
        const by =
          people[n] === undefined ? { ...aPledge.by, area: words } : { kind: 'delegate' as const, delegate: people[n] }
        const made = station.pledges.make(anyone, { ...aPledge, by, wording: words })
        if (made.made !== undefined) pledges.push(made.made.id)
        break
      }
      case 'amend-pledge':
        pick(pledges, n, (id) =>
          station.pledges.amend(anyone, id, { quantity: n + 1, timescale: { kind: 'open' } }, ''),
        )
        break
      case 'withdraw-pledge':
        pick(pledges, n, (id) => station.pledges.withdraw(organiser, id, words))
        break
      case 'restore-pledge':
        pick(pledges, n, (id) => station.pledges.restore(organiser, id, ''))
        break
      case 'propose':
        actions.push(station.workshops.propose(facilitator, { ...anAction, title: words, area: words }).id)
        break
      case 'move':
        pick(actions, n, (id) => station.workshops.moveAction(facilitator, id, n % 2 === 0 ? 'up' : 'down'))
        break
      case 'amend-action':
        pick(actions, n, (id) =>
          station.workshops.amendAction(facilitator, id, n % 2 === 0 ? { measure: words } : { area: words }, ''),
        )
        break
      case 'withdraw-action':
        pick(actions, n, (id) => station.workshops.withdrawAction(facilitator, id, words))
        break
      case 'idea':
        ideas.push(
          station.workshops.postIdea(facilitator, {
            session: 'workshop-1',
            table: 'table-7',
            question: 'who-else',
            text: words,
            name: '',
            organisation: '',
          }).id,
        )
        break
      case 'withdraw-idea':
        pick(ideas, n, (id) => station.workshops.withdrawIdea(facilitator, id, words))
        break
      case 'needs':
        pick(people, n, (id) => station.signIn.amend(steward, id, { table: `Table ${n}` }, 'Moved'))
        break
      default:
        station.signIn.purgeNeeds(organiser, 'The day is over')
    }
  }
}

/** A tablet with the event loaded, and a clock in the test's hands. */
export function loadedStation(): Station {
  const station = openTest(tempFolder(), { now: handClock() })
  station.loadEvent(shippedPack(), false)
  return station
}
