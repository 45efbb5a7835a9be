/** Opening a station that holds a million facts, beside opening one that holds next to none. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { shippedMigrations } from '../../electron/station/database/index.ts'
import { inventedPeople } from '../../electron/station/rehearsal/people.ts'
import { delegateAdded, signedIn, signedOut } from '../../electron/station/sign-in/facts.ts'
import { openStation } from '../../electron/station/station.ts'
import { shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder, takeTurns } from './measure.ts'

const FACTS = 1_000_000
const PER_TRANSACTION = 50_000
const PER_PERSON = 8

/** One folder a schema: it takes a minute to fill, and is kept for the next run. */
function cachedFolder(): string {
  const schema = createHash('sha256').update(shippedMigrations().map(({ sql }) => sql).join('\n'))
  return join(tmpdir(), `pledge-kiosk-bench-1m-${schema.digest('hex').slice(0, 16)}`)
}

/** `open-1m-facts`: the median time until `openStation` returns, in milliseconds; closed cleanly before, files in the cache. */
export async function benchOpen(): Promise<Figure[]> {
  const full = cachedFolder()
  if (!existsSync(full)) fill(full)
  return inFolder(async (empty) => {
    const before = openStation(empty)
    before.loadEvent(shippedPack(), false)
    before.close()
    const { facts } = check(full)
    if (facts < FACTS) throw new Error(`${full} holds only ${facts} facts`)
    const [million = 0, next = 0] = await takeTurns([() => openAndNote(full), () => openAndNote(empty)], {})
    return [{ name: 'open-1m-facts', value: million, unit: 'ms', against: 'an empty station', againstValue: next }]
  })
}
