/** Importing 100,000 delegates from a CSV file into a fresh station, beside parsing the file and inserting its rows alone. */
import { randomBytes } from 'node:crypto'
import Papa from 'papaparse'
import { makeBadge } from '../../shared/domain/badge.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { openStation } from '../../electron/station/app/station.ts'
import { bareDatabase, insertInto, shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder, median, timed } from './measure.ts'

const PEOPLE = 100_000
const ROUNDS = 3

const HEADINGS = ['Name', 'Role', 'Organisation', 'Sector', 'Email', 'Table', 'Ticket code']

/** The file, as a person would have saved it. Everyone has a ticket of their own, so nobody is taken for anybody else. */
function delegateList(): string {
  const rows = inventedPeople({ count: PEOPLE, seed: 7 }).map(
    ({ name, role, organisation, sector, email, table }, at) => [
      name,
      role,
      organisation,
      sector,
      email,
      table,
      `EB-${String(at).padStart(9, '0')}`,
    ],
  )
  return Papa.unparse([HEADINGS, ...rows])
}

/**
 * `import-100k`: the median of three imports in seconds, from the file's bytes to the answer after the commit. Against
 * papaparse and one transaction of INSERTs of the same rows, into the same table with the same indexes, key and pragmas.
 */
export async function benchImport(): Promise<Figure[]> {
  const text = delegateList()
  const bytes = new TextEncoder().encode(text)
  const imports: number[] = []
  const floors: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    imports.push(await inFolder((folder) => importOnce(folder, bytes)))
    floors.push(await inFolder((folder) => parseAndInsert(folder, text)))
  }
  return [
    {
      name: 'import-100k',
      value: median(imports) / 1000,
      unit: 's',
      against: 'papaparse and INSERT',
      againstValue: median(floors) / 1000,
    },
  ]
}

async function importOnce(folder: string, bytes: Uint8Array): Promise<number> {
  const station = openStation(folder)
  try {
    station.loadEvent(shippedPack(), false)
    const time = await timed(() => {
      const answer = station.signIn.importer.run({ role: 'organiser', delegate: null }, 'delegates.csv', bytes, {
        encoding: null,
        sheet: null,
        mapping: null,
      })
      if (answer.code !== 'imported' || answer.added !== PEOPLE) throw new Error(JSON.stringify(answer).slice(0, 400))
    })
    return time
  } finally {
    station.close()
  }
}

async function parseAndInsert(folder: string, text: string): Promise<number> {
  const db = bareDatabase(folder)
  try {
    const columns = ['id', 'name', 'role', 'organisation', 'sector', 'email', 'tableName', 'ticket', 'badge']
    const fixed = { walkIn: 0, status: 'listed', changed: new Date().toISOString(), conflict: 0 }
    const insert = insertInto(db, 'delegate', [...columns, ...Object.keys(fixed)])
    // Codes are made beforehand: they are not what an import can save.
    const badges = Array.from({ length: PEOPLE }, () => makeBadge('NEC', randomBytes))
    return await timed(() => {
      const [, ...rows] = Papa.parse<string[]>(text).data
      db.transaction(() => {
        for (const [at, [name, role, organisation, sector, email, tableName, ticket]] of rows.entries()) {
          const id = `01957f00-0000-7000-8000-${at.toString(16).padStart(12, '0')}`
          insert.run({ id, name, role, organisation, sector, email, tableName, ticket, badge: badges[at], ...fixed })
        }
      }).immediate()
    })
  } finally {
    db.close()
  }
}
