import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { createSigner, NOT_FOR_US, writeUpdate } from '../../../test/support/update-stick.ts'
import { SIGNATURE, UPDATE_FOLDER } from './manifest.ts'
import { type OpenFile, openPlainFile } from './plain-file.ts'
import { createUpdates } from './updates.ts'
import { fc, runs } from '../../../test/support/chance.ts'

const signer = createSigner()
/** Large enough for several pieces. */
const installer = randomBytes(2_500_000)

const OLD = 'the program of 0.1.0'

/** A tablet with 0.1.0 as an AppImage and a stick; `program` reads what is installed. */
function open(given: Partial<Parameters<typeof createUpdates>[0]> = {}) {
  const stick = tempFolder()
  const folder = join(tempFolder(), 'updates')
  const happened: string[] = []
  const place = join(tempFolder(), 'Pledge Kiosk.AppImage')
  writeFileSync(place, OLD)
  let last = (): Promise<void> => Promise.resolve()
  const updates = createUpdates({
    key: signer.publicKey,
    sticks: async () => [{ name: 'KINGSTON', path: stick }],
    server: null,
    running: '0.1.0',
    platform: 'linux',
    arch: 'x64',
    installation: { kind: 'AppImage', at: place },
    folder,
    systemRoot: 'C:\\Windows',
    closeFor: (then) => {
      happened.push('closes')
      last = then
    },
    again: () => void happened.push('starts again'),
    end: () => void happened.push('ends'),
    log: (event, outcome = 'ok') => void happened.push(`${event}: ${outcome}`),
    ...given,
  })
  /** Looks, and answers with what was found. */
  const found = async () => (await updates.look()).found
  const copies = () => (existsSync(join(folder, 'checked')) ? readdirSync(join(folder, 'checked')) : [])
  const program = () => readFileSync(place)
  return { updates, found, stick, folder, happened, program, copies, closed: () => last() }
}
const write = (stick: string, contents: Parameters<typeof writeUpdate>[2] = {}) =>
  writeUpdate(stick, signer, { installer, ...contents })

describe('looking on a stick', () => {
  test('what IT trusts and is newer is offered, once it was read to the last byte', async () => {
    const { updates, stick, copies } = open()
    write(stick)
    expect(await updates.look()).toEqual({
      current: '0.1.0',
      last: null,
      found: { code: 'offered', stick: 'KINGSTON', version: '0.2.0', id: expect.any(String), byHand: false },
    })
    expect(copies()).toHaveLength(1)
  })

  test('no stick, an empty stick, and one with nothing but photographs', async () => {
    expect(await open({ sticks: async () => [] }).found()).toEqual({ code: 'no-stick' })
    const { found, stick } = open()
    expect(await found()).toEqual({ code: 'no-update', online: false })
    mkdirSync(join(stick, 'DCIM'))
    expect(await found()).toEqual({ code: 'no-update', online: false })
  })

  test('where IT trusts nobody, no stick is even listed', async () => {
    const { found } = open({ key: null, sticks: () => Promise.reject(new Error('a stick was looked for')) })
    expect(await found()).toEqual({ code: 'no-update', online: false })
  })

  test('made by somebody else, without a signature, or with a list that is a link: not signed', async () => {
    const { found, stick, copies } = open()
    writeUpdate(stick, createSigner(), { installer })
    expect(await found()).toEqual({ code: 'not-signed', stick: 'KINGSTON' })
    write(stick)
    const list = join(stick, UPDATE_FOLDER, 'update.json')
    renameSync(list, join(stick, 'elsewhere.json'))
    symlinkSync(join(stick, 'elsewhere.json'), list)
    expect(await found()).toEqual({ code: 'not-signed', stick: 'KINGSTON' })
    write(tempFolder())
    rmSync(join(stick, UPDATE_FOLDER, SIGNATURE))
    expect(await found()).toEqual({ code: 'not-signed', stick: 'KINGSTON' })
    expect(copies()).toEqual([])
  })

  test('the same version, an older one, and one for another kind of machine are not offered', async () => {
    const { found, stick, copies } = open()
    for (const [contents, code] of NOT_FOR_US) {
      write(stick, contents)
      expect(await found()).toMatchObject({ code, stick: 'KINGSTON' })
    }
    expect(copies()).toEqual([])
  })

  test('the portable program and a checkout have nothing to install over', async () => {
    for (const kind of ['portable', 'not-installed'] as const)
      expect(await open({ installation: { kind } }).found()).toEqual({ code: kind })
  })

  test('any byte of the installer that is another is found, and no copy is kept', async () => {
    const { found, stick, copies } = open()
    const file = write(stick)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: installer.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (index, by) => {
          const changed = Buffer.from(installer)
          changed[index] = (changed[index] ?? 0) ^ by
          writeFileSync(file, changed)
          expect((await found()).code).toBe('changed')
          expect(copies()).toEqual([])
        },
      ),
      { numRuns: runs(15) },
    )
    writeFileSync(file, installer)
    expect((await found()).code).toBe('offered')
  })

  test('cut short, grown, renamed, missing, a folder, or a link to the very same bytes: never copied', async () => {
    const { found, stick, copies } = open()
    const file = write(stick)
    const spoil: (() => void)[] = [
      () => truncateSync(file, installer.length - 1),
      () => writeFileSync(file, Buffer.concat([installer, Buffer.of(0)])),
      () => renameSync(file, `${file}.old`),
      () => rmSync(file),
      () => {
        rmSync(file)
        mkdirSync(file)
      },
      () => {
        renameSync(file, join(stick, 'elsewhere'))
        symlinkSync(join(stick, 'elsewhere'), file)
      },
    ]
    for (const one of spoil) {
      rmSync(join(stick, UPDATE_FOLDER), { recursive: true, force: true })
      write(stick)
      one()
      expect([one.toString(), await found()]).toMatchObject([one.toString(), { code: 'changed' }])
      expect(copies()).toEqual([])
    }
  })

  test('pulled out in the middle: that is said, and half a copy is not kept', async () => {
    const pulledOut: OpenFile = async (path) => {
      const file = await openPlainFile(path)
      if (file === null || !path.endsWith('.AppImage')) return file
      return {
        ...file,
        async *pieces() {
          for await (const piece of file.pieces()) {
            yield piece
            throw Object.assign(new Error('i/o error, read'), { code: 'EIO' })
          }
        },
      }
    }
    const { found, stick, copies } = open({ openFile: pulledOut })
    write(stick)
    expect(await found()).toEqual({ code: 'unread', stick: 'KINGSTON' })
    expect(copies()).toEqual([])
  })

  test('with too little room for it and for the rest of the day, nothing is copied', async () => {
    const { found, stick, copies } = open({ free: async () => installer.length + 1_000_000 })
    write(stick)
    expect(await found()).toEqual({ code: 'no-room', stick: 'KINGSTON', version: '0.2.0' })
    expect(copies()).toEqual([])
  })

  test('two screens that look at once are offered the same, and it can be installed', async () => {
    const { updates, stick } = open()
    write(stick)
    const [one, other] = await Promise.all([updates.look(), updates.look()])
    expect(one).toEqual(other)
    expect(one.found.code).toBe('offered')
    expect(await updates.install((one.found as { id: string }).id)).toEqual({ code: 'installing' })
  })

  test('of two sticks the one that can be installed is offered, else the one whose answer helps most', async () => {
    const [old, good] = [tempFolder(), tempFolder()]
    const { found } = open({
      sticks: async () => [
        { name: 'OLD', path: old },
        { name: 'GOOD', path: good },
      ],
    })
    write(old, { version: '0.0.1' })
    expect(await found()).toMatchObject({ code: 'older', stick: 'OLD' })
    write(good)
    expect(await found()).toMatchObject({ code: 'offered', stick: 'GOOD' })
  })

  test('reading goes on in pieces: other work has its turn in between', async () => {
    const { found, stick } = open()
    write(stick, { installer: randomBytes(20_000_000) })
    let turns = 0
    const timer = setInterval(() => void (turns += 1), 1)
    await found()
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('installing what was checked', () => {
  test('the station is closed first, and what is installed is the copy, byte for byte', async () => {
    const { updates, found, stick, happened, program, closed } = open()
    const file = write(stick)
    const { id } = (await found()) as { id: string }
    // The stick changes its mind between the look and the run.
    writeFileSync(file, randomBytes(installer.length))
    expect(await updates.install(id)).toEqual({ code: 'installing' })
    expect(program().toString()).toBe(OLD)
    expect(happened.at(-1)).toBe('closes')
    await closed()
    expect(program().equals(installer)).toBe(true)
    expect(happened.at(-1)).toBe('starts again')
  })

  test('a copy that was changed, cut short, taken away or made a link after the check is not installed', async () => {
    for (const spoil of [
      (copy: string) => writeFileSync(copy, randomBytes(installer.length)),
      (copy: string) => truncateSync(copy, 5),
      (copy: string) => rmSync(copy),
      (copy: string) => {
        renameSync(copy, `${copy}.there`)
        symlinkSync(`${copy}.there`, copy)
      },
    ]) {
      const early = open()
      write(early.stick)
      const { id } = (await early.found()) as { id: string }
      const copyOf = ({ folder, copies }: typeof early) => join(folder, 'checked', copies()[0] ?? '')
      spoil(copyOf(early))
      expect(await early.updates.install(id)).toEqual({ code: 'gone' })
      expect(early.happened).not.toContain('closes')

      // Also in the last seconds, while the station is being closed: then the old app comes back.
      const late = open()
      write(late.stick)
      const again = (await late.found()) as { id: string }
      await late.updates.install(again.id)
      spoil(copyOf(late))
      await late.closed()
      expect(late.program().toString()).toBe(OLD)
      expect(late.happened.slice(-2)).toEqual(['update: failed', 'starts again'])
    }
  })

  test('only what the last look offered, and only once', async () => {
    const { updates, found, stick } = open()
    expect(await updates.install('')).toEqual({ code: 'gone' })
    write(stick)
    const { id } = (await found()) as { id: string }
    expect(await updates.install(basename(stick))).toEqual({ code: 'gone' })
    rmSync(stick, { recursive: true })
    await found()
    expect(await updates.install(id)).toEqual({ code: 'gone' })
    write(stick)
    await found()
    expect(await updates.install(id)).toEqual({ code: 'installing' })
    expect(await updates.install(id)).toEqual({ code: 'gone' })
  })

  test('an installer that fails, or that an administrator refuses: the old app comes back and says so', async () => {
    const { updates, found, stick, folder, happened, closed } = open({
      installation: { kind: 'nsis' },
      platform: 'win32',
      run: () => Promise.reject(new Error('The installer ended with 1')),
    })
    write(stick, { platform: 'win32', kind: 'nsis', name: 'setup.exe' })
    await updates.install(((await found()) as { id: string }).id)
    await closed()
    expect(happened.slice(-2)).toEqual(['update: failed', 'starts again'])
    const old = open({ folder })
    expect((await old.updates.look()).last).toEqual({ version: '0.2.0', installed: false })
    expect((await open({ folder }).updates.look()).last).toBeNull()
  })

  test('the new version knows that it comes after an update, and the copy is not kept', async () => {
    const { updates, found, stick, folder, copies, closed } = open()
    write(stick)
    await updates.install(((await found()) as { id: string }).id)
    await closed()
    const fresh = open({ folder, running: '0.2.0' })
    expect(copies()).toEqual([])
    expect((await fresh.updates.look()).last).toEqual({ version: '0.2.0', installed: true })
  })

  test('where the installer starts the new version, the old one only ends', async () => {
    const { updates, found, stick, happened, closed } = open({
      installation: { kind: 'nsis' },
      platform: 'win32',
      run: async ({ startedBy }) => void happened.push(`run, and started by the ${startedBy}`),
    })
    write(stick, { platform: 'win32', kind: 'nsis', name: 'setup.exe' })
    await updates.install(((await found()) as { id: string }).id)
    await closed()
    expect(happened.slice(-2)).toEqual(['run, and started by the installer', 'ends'])
  })

  test('nothing of the stick’s name or the files’ is in the log, and only this user may read the copy', async () => {
    const { updates, found, stick, folder, copies, happened, closed } = open()
    write(stick)
    await updates.install(((await found()) as { id: string }).id)
    const copy = join(folder, 'checked', copies()[0] ?? '')
    expect([statSync(join(folder, 'checked')).mode & 0o777, statSync(copy).mode & 0o777]).toEqual([0o700, 0o600])
    await closed()
    expect(happened).toEqual(['update looked for: offered', 'update: begins', 'closes', 'starts again'])
  })
})
