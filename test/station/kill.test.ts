/** The power cut: a served station is killed at drawn moments while screens write, again and again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KioskClient } from '../../shared/contract/index.ts'
import { openStation } from '../../electron/station/app/station.ts'
import { factsOf } from '../support/merge.ts'
import { inLane, SEED } from '../support/lane.ts'
import { settled } from '../support/settled.ts'
import { httpClient } from '../support/test-client.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { aPledge, anAction, CHEAP, PASSPHRASE, PIN, shippedPack } from '../support/test-station.ts'

const KILLS = inLane(5, 500)
/** The last kills come after so many answers: well into the stream. */
const MOST_ANSWERS = 160

/** When the power goes: as soon as so many answers have come, or with the first byte that is written after them. */
type Moment = { answers: number; at: 'answer' | 'write' }

/** From before the first answer to well into the stream, in steps of equal width with a drawn moment in each. */
function drawMoments(seed: number): Moment[] {
  let drawn = seed
  const draw = () => (drawn = (drawn * 1664525 + 1013904223) >>> 0) / 2 ** 32
  const width = MOST_ANSWERS / KILLS
  const moments = Array.from({ length: KILLS }, (_, step) => ({
    answers: Math.floor((step + draw()) * width),
    at: draw() < 0.5 ? ('answer' as const) : ('write' as const),
  }))
  return [{ answers: 0, at: 'write' }, ...moments.slice(1)]
}

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

const AT_A_TABLE = 'action:workshop-1:table-7'

/** What each round types begins with: what an earlier one typed is not taken for it. */
const begins = (round: number) => `Round ${round}, `

/** Writes until the station is gone; keeps what was answered, and says each time that something was. */
async function writeUntilKilled(
  client: KioskClient,
  { round, answered, tell }: { round: number; answered: Set<string>; tell: () => void },
): Promise<string> {
  let draft = ''
  const keep = (id: string) => {
    answered.add(id)
    tell()
  }
  const pledging = async () => {
    for (;;) keep((await client.pledges.make({ ...aPledge, wording: `Round ${round}` })).id)
  }
  const proposing = async () => {
    for (;;) keep((await client.workshops.proposeAction({ ...anAction, title: `Round ${round}` })).id)
  }
  const typing = async () => {
    for (let letters = 1; ; letters += 1) {
      const body = `"${begins(round)}${'x'.repeat(letters)}"`
      await client.drafts.save({ scope: AT_A_TABLE, body })
      draft = body
      tell()
    }
  }
  await Promise.allSettled([pledging(), proposing(), typing()])
  return draft
}

/** Resolves with the next byte that is written to the station's log of changes, which is before whoever wrote it is answered. */
async function nextWrite(folder: string): Promise<void> {
  const look = () => {
    const { mtimeNs, size } = statSync(join(folder, 'station.db-wal'), { bigint: true, throwIfNoEntry: false }) ?? {}
    return `${mtimeNs} ${size}`
  }
  const before = look()
  while (look() === before) await settled()
}

test('A station killed at any moment has lost nothing that it answered', async () => {
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
  let before = 0
  for (const [round, moment] of drawMoments(SEED).entries()) {
    const { child, client } = await start(folder)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    let answers = 0
    const come = Promise.withResolvers<void>()
    const tell = () => {
      answers += 1
      if (answers < moment.answers) return
      // At once, before anything else has its turn.
      if (moment.at === 'answer') child.kill('SIGKILL')
      else come.resolve()
    }
    const writing = writeUntilKilled(client, { round, answered, tell })
    if (moment.at === 'write') {
      if (moment.answers > 0) await come.promise
      await nextWrite(folder)
      child.kill('SIGKILL')
    }
    await gone
    const draft = await writing

    const station = openStation(folder)
    expect(station.endedWell).toBe(false)
    const facts = factsOf(station)
    const written = new Set(facts.map((fact) => fact.subject))
    expect([...answered].filter((id) => !written.has(id))).toEqual([])
    // Drafts are saved in the order they were typed, so what is on disk is the last that was answered, or one later.
    const kept = station.drafts.open(AT_A_TABLE, '')?.body ?? ''
    if (draft !== '') {
      expect(kept).toContain(begins(round))
      expect(kept.length).toBeGreaterThanOrEqual(draft.length)
    }
    expect(station.check()).toMatchObject({ sound: true, findings: [] })
    expect(facts.length).toBeGreaterThanOrEqual(before)
    before = facts.length
    station.close()
  }
  // The kills came while things were being written, or this has shown nothing.
  expect(answered.size).toBeGreaterThan(KILLS)
})
