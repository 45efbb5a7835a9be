/** Opening a station that holds a million facts, beside opening one that holds next to none. */
import { createHash } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedMigrations } from '../../electron/station/kernel/database/index.ts'
import { inventedPeople } from '../fixtures/people.ts'
import { delegateAdded, signedIn, signedOut } from '../../electron/station/sign-in/facts.ts'
import { openStation } from '../../electron/station/app/station.ts'
import { shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder, takeTurns } from './measure.ts'

const PEOPLE = 125_000
/** Each person is added, signed in, and then goes out and comes in again until there are so many facts about them. */
const FACTS_EACH = 8
const PER_TRANSACTION = 5000
const TURNS = { warmUp: 2, rounds: 15, calls: 1 }

/** One folder a schema: it takes a minute or two to fill, so it is kept in the system's temporary folder for the next run. */
function keptFolder(): string {
  const schema = shippedMigrations()
    .map(({ sql }) => sql)
    .join('\n')
  return join(tmpdir(), `pledge-kiosk-bench-1m-${createHash('sha256').update(schema).digest('hex').slice(0, 12)}`)
}

/** `open-1m-facts`: the median time until `openStation` returns, in milliseconds; closed cleanly before, the file warm. */
export async function benchOpen(): Promise<Figure[]> {
  const full = keptFolder()
  if (!existsSync(full)) fill(full)
  return inFolder(async (empty) => {
    const first = openStation(empty)
    first.loadEvent(shippedPack(), false)
    first.close()
    const [million = 0, next = 0] = await takeTurnsOpening([full, empty])
    return [
      { name: 'open-1m-facts', value: million, unit: 'ms', against: 'opening an empty station', againstValue: next },
    ]
  })
}

/** Opening is timed; closing is done in between, and is not. */
async function takeTurnsOpening(folders: readonly string[]): Promise<number[]> {
  const open = new Set<ReturnType<typeof openStation>>()
  const closeAll = () => {
    for (const station of open) station.close()
    open.clear()
  }
  try {
    return await takeTurns(
      folders.map((folder) => () => void open.add(openStation(folder))),
      { ...TURNS, between: closeAll },
    )
  } finally {
    closeAll()
  }
}

/** Fills a folder through the journal, a few thousand facts a transaction. It takes its name only once it is full. */
function fill(folder: string): void {
  process.stderr.write(`Filling ${folder} with ${(PEOPLE * FACTS_EACH).toLocaleString('en-GB')} facts, once.\n`)
  const filling = `${folder}.filling`
  rmSync(filling, { recursive: true, force: true })
  const station = openStation(filling)
  try {
    station.loadEvent(shippedPack(), false)
    const people = inventedPeople({ count: PEOPLE, seed: 3 })
    for (let from = 0; from < people.length; from += PER_TRANSACTION / FACTS_EACH) {
      station.journal.commit({ role: 'steward', delegate: null }, (write) => {
        for (const [index, person] of people.slice(from, from + PER_TRANSACTION / FACTS_EACH).entries()) {
          const badge = `PK1-NEC-${String(from + index).padStart(16, '0')}`
          const { subject } = write.begin(delegateAdded, { ...person, badge, ticket: '', walkIn: false })
          for (let fact = 1; fact < FACTS_EACH; fact += 1) {
            if (fact % 2 === 1) write.about(signedIn, subject, { how: 'scanned' })
            else write.about(signedOut, subject, {})
          }
        }
      })
    }
  } finally {
    station.close()
  }
  renameSync(filling, folder)
}
