/** The power cut: a served station is killed at random moments while screens write, fifty times over. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import { openStation } from '../../electron/station/station.ts'
import { httpClient } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { aPledge, anAction, CHEAP, PASSPHRASE, PIN, shippedPack } from '../support/test-station.ts'

const KILLS = 50

/** Starts the browser host as a program of its own. */
function start(folder: string): Promise<{ child: ChildProcess; client: KioskClient }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../electron/cli.ts'), 'serve', '--port', '0', '--data', folder, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended by itself with ${code}`)))
    child.stdout.on('error', () => undefined)
    child.stdout.once('data', (line: Buffer) => {
      const { origin, hash } = new URL(JSON.parse(line.toString()).link)
      resolve({ child, client: httpClient(origin, hash.slice('#key='.length)) })
    })
  })
}

/** Writes until the station is gone; keeps what was answered. */
async function writeUntilKilled(client: KioskClient, round: number, answered: Set<string>): Promise<string> {
  let draft = ''
  const pledging = async () => {
    for (;;) answered.add((await client.pledges.make({ ...aPledge, wording: `Round ${round}` })).id)
  }
  const proposing = async () => {
    for (;;) answered.add((await client.workshops.proposeAction({ ...anAction, title: `Round ${round}` })).id)
  }
  const typing = async () => {
    for (let letters = 1; ; letters += 1) {
      const body = JSON.stringify('x'.repeat(letters))
      await client.drafts.save({ scope: 'walk-in', body })
      draft = body
    }
  }
  await Promise.allSettled([pledging(), proposing(), typing()])
  return draft
}

// Fifty programs are started, one after another: half a second each on a quiet machine, several on a busy one.
test('A station killed at any moment has lost nothing that it answered', { timeout: 900_000 }, async () => {
  const folder = join(tempFolder(), 'station')
  const first = openStation(folder, { staffCost: CHEAP })
  await first.setUp({
    pack: shippedPack(),
    rehearsal: false,
    name: 'Table 7',
    duty: 'workshop',
    pin: PIN,
    passphrase: PASSPHRASE,
  })
  first.close()

  const answered = new Set<string>()
  let seed = 20231212
  let before = 0
  for (let round = 1; round <= KILLS; round += 1) {
    const { child, client } = await start(folder)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    const writing = writeUntilKilled(client, round, answered)
    seed = (seed * 1664525 + 1013904223) >>> 0
    // From just before the first answer to well into the stream of writes.
    await new Promise((resolve) => setTimeout(resolve, 15 + (seed % 250)))
    child.kill('SIGKILL')
    await gone
    const draft = await writing

    const station = openStation(folder)
    expect(station.endedWell).toBe(false)
    const facts = station.journal.facts.heads().flatMap((head) => [...station.journal.facts.from(head.station, 0)])
    const written = new Set(facts.map((fact) => fact.subject))
    expect([...answered].filter((id) => !written.has(id))).toEqual([])
    // Drafts are saved in the order they were typed, so what is on disk is the last that was answered, or one later.
    const kept = station.drafts.open('walk-in')?.body ?? ''
    if (draft !== '') expect(kept.length).toBeGreaterThanOrEqual(draft.length)
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
    expect(facts.length).toBeGreaterThanOrEqual(before)
    before = facts.length
    station.close()
  }
  // The kills came while things were being written, or this has shown nothing.
  expect(answered.size).toBeGreaterThan(KILLS)
})
