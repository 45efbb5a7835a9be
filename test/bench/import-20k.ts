/** Importing 20,000 delegates: how long it takes beside its floor, and how long others wait meanwhile. */
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { MessageChannel } from 'node:worker_threads'
import * as xlsx from '@e965/xlsx'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import Papa from 'papaparse'
import type { Database } from 'better-sqlite3'
import type { KioskClient } from '../../shared/contract/index.ts'
import { AS_FOUND } from '../../shared/domain/import-decisions.ts'
import type { Actor, Fact, RawFact } from '../../shared/domain/fact.ts'
import { drain } from '../../electron/slices.ts'
import { hashOfFact } from '../../electron/station/kernel/journal/hash.ts'
import { makeBadge } from '../../shared/domain/badge.ts'
import { inventedPeople } from '../fixtures/people.ts'
import type { Kiosk } from '../../electron/station/app/kiosk.ts'
import { router } from '../../electron/station/app/router.ts'
import { openStation } from '../../electron/station/app/station.ts'
import { BENCH_PASSPHRASE, BENCH_PIN, bareDatabase, insertInto, readyKiosk, shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'

import { inFolder, median, percentile, timed } from './measure.ts'

const organiser: Actor = { role: 'organiser', delegate: null }
const PEOPLE = 20_000
const ROUNDS = 3
/** Whoever stands at the door asks again so soon after each answer. Milliseconds. */
const APART = 10
const HEADINGS = ['Name', 'Role', 'Organisation', 'Sector', 'Email', 'Table', 'Ticket code']
/** How the list is saved. */
const KINDS = ['csv', 'xlsx'] as const

/** Everyone has a ticket of their own, so nobody is taken for anybody else. */
const delegateRows = (): string[][] => [
  HEADINGS,
  ...inventedPeople({ count: PEOPLE, seed: 7 }).map(({ name, role, organisation, sector, email, table }, index) => [
    name,
    role,
    organisation,
    sector,
    email,
    table,
    `EB-${String(index).padStart(9, '0')}`,
  ]),
]

/** The list as a person would have saved it. */
function savedAs(kind: (typeof KINDS)[number], rows: string[][]): Uint8Array<ArrayBuffer> {
  if (kind === 'csv') return new TextEncoder().encode(Papa.unparse(rows))
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), 'List')
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

/**
 * `import-20k`: the median of three imports in seconds, from the file's bytes to the answer after the last commit. Against
 * papaparse and one transaction of INSERTs of the same rows, into the same table with the same indexes, key and pragmas.
 * `import-20k-facts`: the same against papaparse and INSERTs of the facts, too, with the hashes of their fields.
 * `import-20k-csv-…` and `-xlsx-…`: how long somebody who signs one person in after the other at another screen waits for an answer, in
 * milliseconds: while the list is looked at (`look-p95`, `look-longest`), from the choosing of the file to the preview, and over
 * the whole import (`p95`, `longest`). Against the same call with nothing else going on.
 */
export async function benchImport(): Promise<Figure[]> {
  const rows = delegateRows()
  const text = Papa.unparse(rows)
  const bytes = new TextEncoder().encode(text)
  const imports: number[] = []
  const floors: number[] = []
  const withFacts: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    imports.push(await inFolder((folder) => importOnce(folder, bytes)))
    floors.push(await inFolder((folder) => parseAndInsert(folder, text, null)))
    const fact = await inFolder((folder) => oneFact(folder))
    withFacts.push(await inFolder((folder) => parseAndInsert(folder, text, fact)))
  }
  const figures: Figure[] = [
    {
      name: 'import-20k',
      value: median(imports) / 1000,
      unit: 's',
      against: 'papaparse and INSERT',
      againstValue: median(floors) / 1000,
    },
    {
      name: 'import-20k-facts',
      value: median(imports) / 1000,
      unit: 's',
      against: 'papaparse and INSERT, of the facts with their hashes, too',
      againstValue: median(withFacts) / 1000,
    },
  ]
  for (const kind of KINDS) figures.push(...(await inFolder((folder) => beside(folder, kind, savedAs(kind, rows)))))
  return figures
}

async function importOnce(folder: string, bytes: Uint8Array): Promise<number> {
  const station = openStation(folder)
  try {
    station.loadEvent(shippedPack(), false)
    const { importer } = station.signIn
    const screen = {}
    return await timed(async () => {
      const seen = await importer.analyse(screen, { name: 'delegates.csv', bytes }, AS_FOUND)
      const steps = seen.code === 'analysis' ? importer.commit(organiser, screen, seen.id) : null
      if (steps === null || steps === 'busy') throw new Error('The list is not held')
      const answer = drain(steps)
      if (answer === 'stopped' || answer.code !== 'imported' || answer.counts.added !== PEOPLE)
        throw new Error(JSON.stringify(answer).slice(0, 400))
    })
  } finally {
    station.close()
  }
}

/** Somebody of a list as a station writes it down. */
async function oneFact(folder: string): Promise<RawFact> {
  const station = openStation(folder)
  try {
    station.loadEvent(shippedPack(), false)
    station.signIn.importer.run(organiser, 'one.csv', Buffer.from(Papa.unparse(delegateRows().slice(0, 2))), {})
    const fact = [...station.journal.facts.from(station.id, 0)].findLast(({ type }) => type === 'delegate.added')
    if (fact === undefined) throw new Error('Nobody was imported')
    return fact
  } finally {
    station.close()
  }
}

/** Somebody signs people in at the door while the organiser looks at a list, and imports it. */
async function beside(folder: string, kind: (typeof KINDS)[number], bytes: Uint8Array<ArrayBuffer>): Promise<Figure[]> {
  const kiosk = await readyKiosk(folder, 'sign-in')
  const [door, office] = [screenOf(kiosk), screenOf(kiosk)]
  try {
    await door.client.staff.unlock({ role: 'steward', pin: BENCH_PIN })
    await office.client.staff.unlock({ role: 'organiser', passphrase: BENCH_PASSPHRASE })
    // Those who are on the tablet already; they come and go.
    const early = ['Name', ...Array.from({ length: 50 }, (_, index) => `Ada Early ${index}`)].join('\n')
    kiosk.station()?.signIn.importer.run(organiser, 'early.csv', Buffer.from(early), {})
    const { items } = await office.client.signIn.list({ limit: 50 })
    let turn = 0
    const signOneIn = async () => {
      const delegate = items[turn % items.length]?.id ?? ''
      await (turn % (2 * items.length) < items.length
        ? door.client.signIn.signIn({ delegate })
        : door.client.signIn.signOut({ delegate }))
      turn += 1
    }
    let isOver = false
    const idle = await answerTimes(signOneIn, (times) => times.length === 100)
    const looking: number[] = []
    const all: number[] = []
    const asking = answerTimes(signOneIn, (times) => {
      all.splice(0, all.length, ...times)
      return isOver
    })
    const read = await office.client.import.analyse({ file: new File([bytes], `delegates.${kind}`) })
    if (read.code !== 'analysis') throw new Error(read.sentence)
    looking.push(...all)
    for await (const done of await office.client.import.commit({ id: read.id }))
      if (done.code === 'changed' || (done.code === 'imported' && done.counts.added !== PEOPLE))
        throw new Error(done.code)
    isOver = true
    await asking
    const against = { unit: 'ms', against: `the same of ${String(idle.length)} calls with nothing else going on` }
    return [
      { name: 'look-p95', value: percentile(looking, 0.95), againstValue: percentile(idle, 0.95) },
      { name: 'look-longest', value: Math.max(...looking), againstValue: Math.max(...idle) },
      { name: 'p95', value: percentile(all, 0.95), againstValue: percentile(idle, 0.95) },
      { name: 'longest', value: Math.max(...all), againstValue: Math.max(...idle) },
    ].map((figure) => ({ ...figure, ...against, name: `import-20k-${kind}-${figure.name}` }))
  } finally {
    door.close()
    office.close()
    kiosk.close()
  }
}

/**
 * Asks again and again, until `isEnough`; how long each answer took, in milliseconds, from the moment that it was due to be asked: who
 * cannot even be heard waits, too.
 */
async function answerTimes(
  ask: () => Promise<void>,
  isEnough: (times: readonly number[]) => boolean,
): Promise<number[]> {
  const times: number[] = []
  do {
    const due = performance.now() + APART
    await wait(APART)
    await ask()
    times.push(performance.now() - due)
  } while (!isEnough(times))
  return times
}

function screenOf(kiosk: Kiosk): { client: KioskClient; close: () => void } {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port2, { context: { kiosk, session: kiosk.createSession() } })
  port1.start()
  port2.start()
  return { client: createORPCClient(new RPCLink({ port: port1 })), close: () => port1.close() }
}

/** Inserts the like of a fact, each with the hash of the one before and those of its fields. */
function factInserter(db: Database, fact: RawFact) {
  const { by: _by, body: _body, fields, after, last, ...told } = fact as Fact
  const texts = { fields: JSON.stringify(fields.map((field) => Object.values(field))), after: JSON.stringify(after) }
  const facts = insertInto(db, 'fact', [...Object.keys(told), 'fields', 'after', 'last'])
  let hash = fact.hash
  return (subject: string, seq: number): void => {
    hash = hashOfFact(hash, { ...fact, subject, seq })
    facts.run({ ...told, ...texts, last: Number(last), subject, seq, hash })
  }
}

async function parseAndInsert(folder: string, text: string, fact: RawFact | null): Promise<number> {
  const db = bareDatabase(folder)
  try {
    const columns = ['id', 'name', 'role', 'organisation', 'sector', 'email', 'tableName', 'ticket', 'badge']
    const fixed = { walkIn: 0, status: 'listed', changed: new Date().toISOString(), conflict: 0 }
    const insert = insertInto(db, 'delegate', [...columns, ...Object.keys(fixed)])
    const insertFact = fact === null ? null : factInserter(db, fact)
    // Codes are made beforehand: they are not what an import can save.
    const badges = Array.from({ length: PEOPLE }, () => makeBadge('NEC', randomBytes))
    return await timed(() => {
      const [, ...rows] = Papa.parse<string[]>(text).data
      db.transaction(() => {
        for (const [index, [name, role, organisation, sector, email, tableName, ticket]] of rows.entries()) {
          const id = `01957f00-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
          insert.run({ id, name, role, organisation, sector, email, tableName, ticket, badge: badges[index], ...fixed })
          insertFact?.(id, index + 1)
        }
      }).immediate()
    })
  } finally {
    db.close()
  }
}
