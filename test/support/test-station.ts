/** A real station in a real folder, with time and chance in the test's hands. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type EventPack, readEventPack } from '../../shared/domain/event-pack.ts'
import type { Actor } from '../../shared/domain/fact.ts'
import { OWN_FOLDERS } from '../../electron/places.ts'
import { openStation, type Station, type StationDeps } from '../../electron/station/app/station.ts'
import { tempFolder } from './temp-folder.ts'

/** The morning of the event. */
const START = '2023-12-12T08:55:00.000Z'

/** scrypt at its real cost takes a third of a second and proves nothing more. */
export const CHEAP = 2 ** 10

export const PIN = '4068'
export const PASSPHRASE = 'three kind words'

export const steward: Actor = { role: 'steward', delegate: null }
export const organiser: Actor = { role: 'organiser', delegate: null }
export const facilitator: Actor = { role: 'facilitator', delegate: null }
export const anyone: Actor = { role: 'delegate', delegate: null }

export function shippedPack(
  id: 'solihull-nec' | 'wolverhampton-2010' | 'staffordshire-promises' = 'solihull-nec',
): EventPack {
  const reading = readEventPack(readFileSync(join(OWN_FOLDERS.resources, 'event-packs', `${id}.json`), 'utf8'))
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.pack
}

/** Nothing takes any time: how much is done in one step does not depend on the machine. */
export const NO_TIME = () => 0

/** A clock that a test moves by hand; it starts on the morning of the event. */
export function handClock(start = START) {
  let time = Date.parse(start)
  const now = () => time
  return Object.assign(now, {
    pass: (milliseconds: number) => void (time += milliseconds),
    set: (instant: string) => void (time = Date.parse(instant)),
  })
}

/** Opens a station and closes it when the test is over. */
export function openTest(folder: string = tempFolder(), deps: StationDeps = {}): Station {
  const station = openStation(folder, { staffCost: CHEAP, stopwatch: NO_TIME, ...deps })
  onTestFinished(() => station.close())
  return station
}

const SET_UP = { rehearsal: false, name: 'West door', duty: 'sign-in', pin: PIN, passphrase: PASSPHRASE } as const

/** The files of a station that was set up, by their names; made once in a process. */
let ready: Promise<ReadonlyMap<string, Buffer>> | null = null
/** The test that runs now has a station that was copied: another would be the same one. */
let isCopied = false

async function setUpOnce(): Promise<ReadonlyMap<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), 'pledge-kiosk-ready-'))
  try {
    const station = openStation(folder, { staffCost: CHEAP, now: handClock() })
    await station.setUp({ pack: shippedPack(), ...SET_UP })
    station.close()
    const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
    return new Map(files.map(({ name }) => [name, readFileSync(join(folder, name))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Puts into `folder` a copy of a station that was set up for the event at the NEC as a sign-in desk: opening one takes a third of setting
 * one up. False where the caller has to set up: something stands there, the station is to have its own key or chance, its clock is
 * before that morning, or the test has a copy already, for its second station must be one of its own.
 */
export async function copyReady(folder: string, { now = Date.now, random, keyStore }: StationDeps): Promise<boolean> {
  if (isCopied || random !== undefined || keyStore !== undefined || now() < Date.parse(START)) return false
  if (existsSync(join(folder, 'station.db'))) return false
  isCopied = true
  onTestFinished(() => void (isCopied = false))
  ready ??= setUpOnce()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const [name, content] of await ready) writeFileSync(join(folder, name), content, { mode: 0o600 })
  return true
}

/** A station that has been set up for the event at the NEC. */
export async function readyStation(deps: StationDeps = {}, folder: string = tempFolder()): Promise<Station> {
  const isCopy = await copyReady(folder, deps)
  const station = openTest(folder, deps)
  if (!isCopy) await station.setUp({ pack: shippedPack(), ...SET_UP })
  return station
}

export const ewa = {
  name: 'Ewa Kaur',
  role: 'Youth worker',
  organisation: 'Elmdon House',
  sector: 'voluntary',
  email: 'ewa@elmdon.example',
  table: 'Table 3',
}
export const kwame = {
  name: 'Kwame Okonkwo-Bell',
  role: 'Works manager',
  organisation: 'Meriden Motors',
  sector: 'business',
  email: '',
  table: 'Table 7',
}

/** A pledge with everything filled in, to be changed by what a test is about. */
export const aPledge = {
  by: { kind: 'anonymous' as const },
  type: 'work-experience',
  wording: 'Two weeks in our workshop, with a mentor from the line',
  quantity: 4,
  timescale: { kind: 'date' as const, date: '2024-06-30' },
  priority: null,
  mayContact: false,
  email: '',
  showName: false,
}

/** The codes of a card and of a sheet, as they are printed. */
export const A_CARD = '2WBS96D'
export const A_SHEET = '65X5RQ2'

export const anAction = {
  session: 'workshop-1',
  table: 'table-7',
  title: 'Free leisure passes for every child in our care and their foster carers',
  owner: 'Head of Sport',
  organisation: 'Leisure services',
  timescale: { kind: 'date' as const, date: '2024-03-31' },
  measure: 'All 370 issued; used monthly by half',
  priority: null,
}
