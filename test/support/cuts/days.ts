/** The days that are cut off: a new tablet's, one of a tablet that was set up, one after an update, and one that goes on from a copy. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStation, type Station } from '../../../electron/station/app/station.ts'
import { formatOneDay, leaveFormatOne } from '../format-one.ts'
import { inLane } from '../lane.ts'
import { tempFolder } from '../temp-folder.ts'
import {
  anyone,
  aPledge,
  CHEAP,
  ewa,
  handClock,
  organiser,
  PASSPHRASE,
  PIN,
  shippedPack,
  steward,
} from '../test-station.ts'
import type { Doing, Told } from './day.ts'
import type { Day } from './run-day.ts'

/** How many people are on the list that is imported. */
export const ROWS = inLane(3, 400)
const LIST = [
  'Name,Organisation,Email',
  ...Array.from({ length: ROWS }, (_, row) => `Ada Row${row},Shirley Hall,ada${row}@shirley.example`),
].join('\n')

/** What lies on the stick from before, under the name of what is exported. */
export const OLD_PLAN = 'the plan of last quarter'

export const SET_UP = { name: 'Table 7', duty: 'pledges', pin: PIN, passphrase: PASSPHRASE } as const

const homeOf = (): string => {
  const home = join(tempFolder(), 'home')
  for (const name of ['station', 'stick']) mkdirSync(join(home, name), { recursive: true })
  writeFileSync(join(home, 'stick', 'plan.csv'), OLD_PLAN)
  return home
}
const folderOf = (home: string): string => join(home, 'station')

const open = (folder: string): Station => openStation(folder, { staffCost: CHEAP, now: handClock() })

async function setUp(folder: string): Promise<Station> {
  const station = open(folder)
  await station.setUp({ ...SET_UP, pack: shippedPack(), rehearsal: false })
  return station
}

const LATER: Doing[] = [
  'writing',
  'importing',
  'exporting',
  'saving on a stick',
  // More of them than are kept.
  ...Array<Doing>(inLane(1, 13)).fill('backing up'),
  'copying',
  'closing',
  'opening',
]

export const newTablet = (): Day => ({
  begins: homeOf(),
  told: [],
  story: ['setting up', 'closing'],
  list: LIST,
  copy: null,
})

export async function setUpTablet(): Promise<Day> {
  const begins = homeOf()
  const station = await setUp(folderOf(begins))
  station.close()
  return { ...newTablet(), begins, told: [{ what: 'set up', id: '' }], story: LATER }
}

/** A pledge, and somebody who came. */
function fill(station: Station): Told[] {
  const person = station.signIn.add(organiser, ewa)
  station.signIn.signIn(steward, person)
  const making = station.pledges.make(anyone, aPledge)
  return [
    { what: 'set up', id: '' },
    { what: 'person', id: person },
    { what: 'pledge', id: making.made?.id ?? '' },
  ]
}

/** As an earlier version left it: without the newest tables, and with facts of another format. */
export function updatedTablet(): Day {
  const begins = homeOf()
  leaveFormatOne(folderOf(begins), 5)
  const pledge = formatOneDay.facts.find(({ type }) => type === 'pledge.made')
  const told = [
    { what: 'set up', id: '' },
    { what: 'person', id: formatOneDay.people.ada ?? '' },
    { what: 'pledge', id: String(pledge?.['subject']) },
  ]
  return { ...newTablet(), begins, told, story: ['opening', 'closing'] }
}

/** A new tablet, and the copy that another one has saved; `held` is what was answered there. */
export async function tabletForACopy(): Promise<{ day: Day; held: Told[] }> {
  const other = await setUp(tempFolder())
  const held = fill(other)
  const file = await other.saveCopy(PASSPHRASE)
  other.close()
  const copy = join(tempFolder(), 'copy.pledges')
  writeFileSync(copy, Buffer.from(await file.arrayBuffer()))
  const begins = homeOf()
  open(folderOf(begins)).close()
  return { day: { ...newTablet(), begins, copy, story: ['putting back', 'closing'] }, held }
}
