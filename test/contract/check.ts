/** Holds the station to the table: makes every call as each role, over each transport, and says in sentences where it is otherwise. */
import type { KioskClient } from '../../shared/contract/index.ts'
import type { Duty } from '../../shared/domain/duty.ts'
import type { Role } from '../../shared/domain/fact.ts'
import { isLong } from '../support/lane.ts'
import { PASSPHRASE, PIN } from '../support/test-station.ts'
import { ask, type Heard, inWords, isAs } from './answers.ts'
import { type Answer, ROLES, STATES } from './row.ts'
import type { AnyRow, Table } from './table.ts'
import { type Tablet, type Transport, TRANSPORTS } from './tablet.ts'

type Column = (typeof ROLES)[number]
type State = (typeof STATES)[number]

/** Whoever stands at a tablet, and the column of the table that says what they are answered. */
export type Who = {
  who: string
  column: Column
  duty: Duty
  /** The role that the station itself says this screen has. */
  role: Role
  /** A new screen of this tablet, with them before it. */
  stands: (tablet: Tablet) => Promise<KioskClient>
  /** True where each call is to be the first that the station hears since. */
  anew?: boolean
}

const organiserAt = async (client: KioskClient): Promise<KioskClient> => {
  await client.staff.unlock({ role: 'organiser', passphrase: PASSPHRASE })
  return client
}

export const EVERYBODY: readonly Who[] = [
  {
    who: 'a delegate',
    column: 'delegate',
    duty: 'pledges',
    role: 'delegate',
    stands: async (tablet) => tablet.screen(),
  },
  {
    who: 'a facilitator',
    column: 'facilitator',
    duty: 'workshop',
    role: 'facilitator',
    stands: async (tablet) => tablet.screen(),
  },
  {
    who: 'a steward',
    column: 'steward',
    duty: 'pledges',
    role: 'steward',
    async stands(tablet) {
      const client = tablet.screen()
      await client.staff.unlock({ role: 'steward', pin: PIN })
      return client
    },
  },
  {
    who: 'the organiser',
    column: 'organiser',
    duty: 'pledges',
    role: 'organiser',
    stands: (tablet) => organiserAt(tablet.screen()),
  },
  {
    who: 'the wall’s screen, on a workshop’s tablet, after the passphrase was given on it',
    column: 'wall',
    duty: 'workshop',
    role: 'delegate',
    stands: (tablet) => organiserAt(tablet.screen('wall')),
  },
  {
    who: 'a screen that was locked',
    column: 'locked',
    duty: 'pledges',
    role: 'delegate',
    async stands(tablet) {
      const client = await organiserAt(tablet.screen())
      await client.staff.lock()
      return client
    },
  },
  {
    who: 'a screen that was quiet for twenty minutes',
    column: 'locked',
    duty: 'pledges',
    role: 'delegate',
    async stands(tablet) {
      const client = await organiserAt(tablet.screen())
      tablet.clock.pass(20 * 60_000 + 1)
      return client
    },
    // Each time the clock has gone on so far a backup is made: in the usual lane only the first call is the first that is heard.
    anew: isLong,
  },
]

/** The wall’s window is one of the desktop app’s: a tab of a browser that shows the wall is as any other tab. */
const transportsOf = ({ column }: { column: Column }): readonly Transport[] =>
  column === 'wall' ? ['port'] : TRANSPORTS

const sayOf = (row: AnyRow, transport: Transport, column: Column): Answer =>
  (transport === 'http' ? (row.browser?.who ?? row.who) : row.who)[ROLES.indexOf(column)] ?? 'nothing'

const sayOn = (row: AnyRow, transport: Transport, state: State): Answer =>
  (transport === 'http' ? (row.browser?.when ?? row.when) : row.when)[STATES.indexOf(state)] ?? 'nothing'

/** All of the table, as these people: `open` gives a tablet that is ready. A sentence for each answer that the table does not give. */
export async function checkAs(
  { who, column, duty, role, stands, anew = false }: Who,
  table: Table,
  open: (transport: Transport) => Promise<Tablet>,
): Promise<string[]> {
  const screens = new Map<Tablet, KioskClient>()
  /** One screen for many calls, as in the hall, as long as it is what it should be: a call may have locked or unlocked it. */
  const screenOf = async (tablet: Tablet): Promise<KioskClient> => {
    const before = screens.get(tablet)
    if (before !== undefined && !anew && (await before.station.state()).role === role) return before
    const screen = await stands(tablet)
    screens.set(tablet, screen)
    return screen
  }
  return walk(table, transportsOf({ column }), open, {
    who,
    async ask(tablet, name, row) {
      const station = tablet.kiosk.station()
      const has = row.atTheDoor === true && duty === 'pledges' ? 'sign-in' : duty
      if (station?.described()?.duty !== has) station?.changeDuty(has)
      const eleven = tablet.clock()
      const heard = await ask(tablet, await screenOf(tablet), name, row)
      tablet.clock.pass(eleven - tablet.clock())
      return heard
    },
    says: (row, transport) => sayOf(row, transport, column),
    isItself: ({ kiosk }) => kiosk.station()?.currentEvent()?.rehearsal === false,
  })
}

/** All of the table, on a tablet that is not ready. */
export async function checkOn(
  state: State,
  table: Table,
  open: (transport: Transport) => Promise<Tablet>,
): Promise<string[]> {
  const phase = { new: 'new', refused: 'refused', sealed: 'locked' }[state]
  return walk(table, TRANSPORTS, open, {
    who: `anybody on a tablet that is ${state}`,
    ask: (tablet, name, row) => ask(tablet, tablet.screen(), name, row),
    says: (row, transport) => sayOn(row, transport, state),
    isItself: ({ kiosk }) => kiosk.state(kiosk.createSession()).phase === phase,
  })
}

type Walk = {
  who: string
  ask: (tablet: Tablet, name: string, row: AnyRow) => Promise<Heard>
  says: (row: AnyRow, transport: Transport) => Answer
  /** False where the call has made another tablet of it: the next row has a fresh one. */
  isItself: (tablet: Tablet) => boolean
}

async function walk(
  table: Table,
  transports: readonly Transport[],
  open: (transport: Transport) => Promise<Tablet>,
  { who, ask: asked, says, isItself }: Walk,
): Promise<string[]> {
  const tablets = new Map<Transport, Tablet>()
  const wrong: string[] = []
  for (const [name, row] of table) {
    const heard: Heard[] = []
    for (const transport of transports) {
      const tablet = tablets.get(transport) ?? (await open(transport))
      tablets.set(transport, tablet)
      const answered = await asked(tablet, name, row)
      const said = says(row, transport)
      if (!isAs(said, answered))
        wrong.push(
          `${name}: ${who} is answered ${inWords(answered.answer)} over ${transport}, and the table says ${inWords(said)}.`,
        )
      heard.push(answered)
      if (!isItself(tablet)) tablets.delete(transport)
    }
    const [port, http] = heard
    if (row.browser === undefined && http !== undefined && port?.whole !== http.whole)
      wrong.push(
        `${name}: ${who} hears one thing over the port and another over HTTP: ${String(port?.whole)} and ${String(http.whole)}.`,
      )
  }
  return wrong
}
