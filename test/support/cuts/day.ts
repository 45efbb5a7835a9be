/**
 * A day of a tablet in a process of its own, which says what it begins and what it has answered, and either photographs its files
 * before each step, or dies before one of them, or at the end of its disk.
 */
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { filesAt, isSame } from './files.ts'
import { end, watchSteps } from './steps.ts'
import type { Kiosk } from '../../../electron/station/app/kiosk.ts'
import type { Station } from '../../../electron/station/app/station.ts'

/** What is done in turn; each is one line of what is told. */
export type Doing =
  | 'setting up'
  | 'writing'
  | 'importing'
  | 'exporting'
  | 'saving on a stick'
  | 'backing up'
  | 'copying'
  | 'closing'
  | 'opening'
  | 'putting back'

/** One line that the process says: it begins with something, or has answered. `what` and `id` are of the answer. */
export type Told = { begins: Doing } | { what: string; id: string }

export type Photograph = { step: string; told: Told[] }

/** `home` has `station` and `stick` in it; `copy` is a file to go on from. `dies` is the number of a step. */
export type GivenDay = {
  home: string
  story: Doing[]
  photographs: string | null
  dies: number | null
  list: string
  copy: string | null
}

// Its own, that nobody counts.
const { mkdirSync, readFileSync, writeFileSync, writeSync, statSync } = { ...fs }

const given = JSON.parse(process.argv[2] ?? '') as GivenDay
const [folder, stick] = [join(given.home, 'station'), join(given.home, 'stick')]

const told: Told[] = []
const say = (line: Told): void => {
  told.push(line)
  writeSync(1, `${JSON.stringify(line)}\n`)
}

let taken = 0
/** The newest one: the step that ends it, and how much had been said by then, are known when the next is taken. */
let newest: { place: string; files: Map<string, Buffer>; photograph: Photograph } | null = null
function photograph(into: string, step: string): void {
  const [files, photo] = [filesAt(given.home), { step, told: [...told] }]
  if (newest !== null && isSame(files, newest.files)) {
    newest.photograph = photo
    return
  }
  develop()
  const place = join(into, String(taken).padStart(4, '0'))
  taken += 1
  for (const name of ['station', 'stick']) mkdirSync(join(place, name), { recursive: true })
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(place, name)), { recursive: true })
    writeFileSync(join(place, name), bytes)
  }
  newest = { place, files, photograph: photo }
}
function develop(): void {
  if (newest !== null) writeFileSync(join(newest.place, 'told.json'), JSON.stringify(newest.photograph))
}

let counted = 0
watchSteps((step) => {
  if (told.length === 0) return
  counted += 1
  if (counted === given.dies) end()
  if (given.photographs !== null) photograph(given.photographs, step)
})

// What a kiosk does by itself comes at moments of its own, and a day has the same steps each time.
for (const name of ['setTimeout', 'setInterval']) Reflect.set(globalThis, name, () => ({ unref: () => undefined }))

const { openKiosk } = await import('../../../electron/station/app/kiosk.ts')
const { writeExport } = await import('../../../electron/files/export/index.ts')
const { OWN_FOLDERS } = await import('../../../electron/places.ts')
const { anyone, aPledge, CHEAP, ewa, handClock, kwame, organiser, PASSPHRASE, PIN, shippedPack } =
  await import('../test-station.ts')
const { whenOpen } = await import('../when-open.ts')

let kiosk: Kiosk | null = null
const opened = (): Kiosk =>
  (kiosk ??= openKiosk(folder, {
    resources: OWN_FOLDERS.resources,
    staffCost: CHEAP,
    now: handClock(),
    // No timer comes in this process.
    moment: async () => undefined,
    sticks: async () => [{ id: 'a1', name: 'KINGSTON', free: 9e9, size: 16e9, path: stick }],
    probe: { free: () => 50e9, zone: () => 'Europe/London' },
  }))
const station = (): Station => {
  const open = opened().station()
  if (open === null) throw new Error(`It is not ready: ${JSON.stringify(opened().state(opened().createSession()))}`)
  return open
}

const steps: Record<Doing, () => Promise<void>> = {
  'setting up': async () => {
    const done = await opened().setUp({
      pack: shippedPack(),
      name: 'Table 7',
      duty: 'pledges',
      pin: PIN,
      passphrase: PASSPHRASE,
    })
    if (done.code !== 'ready') throw new Error('It could not be set up')
    say({ what: 'set up', id: '' })
  },
  writing: async () => {
    say({ what: 'person', id: station().signIn.add(organiser, ewa) })
    const gone = station().signIn.add(organiser, kwame)
    const making = station().pledges.make(anyone, aPledge)
    say({ what: 'pledge', id: making.made?.id ?? '' })
    station().drafts.save('pledge', '"Half a prom"', 'window-1')
    say({ what: 'draft', id: '"Half a prom"' })
    station().eraseDelegate(organiser, gone, 'Asked by letter')
    say({ what: 'erased', id: gone })
  },
  importing: async () => {
    const answer = station().signIn.importer.run(organiser, 'list.csv', Buffer.from(given.list), {})
    if (answer.code !== 'imported') throw new Error(answer.sentence)
    say({ what: 'imported', id: String(answer.added) })
  },
  exporting: async () => {
    const written = await writeExport(join(stick, 'plan.csv'), station().plan.export('csv').chunks)
    if (!written.ok) throw new Error(written.message)
    say({ what: 'export', id: String(statSync(join(stick, 'plan.csv')).size) })
  },
  'saving on a stick': async () => {
    const answer = await opened().sticks.save(
      'a1',
      new File([...station().plan.export('csv').chunks] as BlobPart[], 'plan.csv'),
    )
    if (answer.code !== 'saved') throw new Error(answer.message)
    say({ what: 'on the stick', id: answer.name })
  },
  'backing up': async () => say({ what: 'backup', id: station().backup().name }),
  copying: async () => {
    const file = await station().saveCopy(PASSPHRASE)
    const answer = await opened().sticks.save('a1', file)
    if (answer.code !== 'saved') throw new Error(answer.message)
    say({ what: 'on the stick', id: answer.name })
  },
  closing: async () => {
    opened().close()
    kiosk = null
    say({ what: 'closed', id: '' })
  },
  opening: async () => {
    await whenOpen(opened())
    say({ what: 'open', id: station().id })
  },
  'putting back': async () => {
    const answer = await opened().putBack(readFileSync(given.copy ?? ''), PASSPHRASE)
    if (answer?.code !== 'put-back') throw new Error(JSON.stringify(answer))
    say({ what: 'put back', id: '' })
  },
}

for (const doing of given.story) {
  say({ begins: doing })
  await steps[doing]()
}
writeSync(2, String(counted))
if (given.photographs !== null) photograph(given.photographs, 'the end')
develop()
