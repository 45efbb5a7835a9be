/** The terminal, as a program that somebody else's script runs. */
import { execFile, spawn } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openStation } from '../../electron/station/app/station.ts'
import { sealedKeyStore } from '../../electron/station/kernel/database/index.ts'
import { runHere } from '../support/run-cli.ts'
import { httpClient } from '../support/test-client.ts'
import { CHEAP, PASSPHRASE, readyStation } from '../support/test-station.ts'
import { tempFolder } from '../support/temp-folder.ts'

const cli = join(import.meta.dirname, '../../electron/cli.ts')
const pack = join(import.meta.dirname, '../../resources/event-packs/solihull-nec.json')

type Ended = { code: number; out: string; err: string; json: Record<string, unknown> }

/** Runs it as a program. */
function kiosk(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve(endedWith(code, out, err, args))
    })
  })
}

/** Runs it here. */
async function answers(...args: string[]): Promise<Ended> {
  const { code, out, err } = await runHere(...args)
  return endedWith(code, out, err, args)
}

function endedWith(code: number, out: string, err: string, args: readonly string[]): Ended {
  return { code, out, err, json: args.includes('--json') && out.trim() !== '' ? JSON.parse(out) : {} }
}

describe('a day from the terminal', () => {
  let whole = ''
  let folder = ''
  beforeAll(() => {
    whole = mkdtempSync(join(tmpdir(), 'pledge-kiosk-test-'))
    folder = join(whole, 'station')
  })
  afterAll(() => rmSync(whole, { recursive: true, force: true }))

  test('load the event, import the list twice, look, check, export and back up', async () => {
    expect(await kiosk('event', 'load', pack, '--data', folder, '--json')).toMatchObject({
      code: 0,
      json: { code: 'NEC' },
    })

    const list = join(folder, '..', 'list.csv')
    writeFileSync(
      list,
      'sep=;\r\nName;Organisation;Email\r\nEwa Kaur;Elmdon House;ewa@elmdon.example\r\nJo Pike;Elmdon House;not an address\r\n;Elmdon House;\r\n',
    )
    const dry = await kiosk('delegates', 'import', list, '--dry-run', '--data', folder, '--json')
    expect(dry).toMatchObject({ code: 0, json: { added: 2, faulty: 1, rows: 3 } })
    expect((await kiosk('status', '--data', folder, '--json')).json).toMatchObject({ delegates: 0 })
    const real = await kiosk('delegates', 'import', list, '--data', folder, '--json')
    expect(real.json).toMatchObject({
      added: 2,
      updated: 0,
      unchanged: 0,
      repeated: 0,
      duplicates: 0,
      faulty: 1,
      rows: 3,
      errors: [{ row: 4, column: 'Name', value: '' }],
      notices: [{ row: 3, column: 'Email', value: 'not an address' }],
    })
    expect((await kiosk('delegates', 'import', list, '--data', folder, '--json')).json).toMatchObject({
      added: 0,
      unchanged: 2,
      faulty: 1,
    })

    expect((await kiosk('status', '--data', folder, '--json')).json).toMatchObject({
      delegates: 2,
      here: 0,
      event: { code: 'NEC' },
      rehearsal: false,
    })
    expect(await kiosk('check', '--data', folder, '--json')).toMatchObject({
      code: 0,
      json: { sound: true, findings: [] },
    })

    for (const kind of ['xlsx', 'csv', 'json']) {
      const out = join(folder, '..', `plan.${kind}`)
      expect(await kiosk('plan', 'export', '--out', out, '--data', folder, '--json')).toMatchObject({
        code: 0,
        json: { file: out, rows: 0 },
      })
      expect(existsSync(out)).toBe(true)
    }
    expect(JSON.parse(readFileSync(join(folder, '..', 'plan.json'), 'utf8'))).toMatchObject({
      format: 'pledge-kiosk-action-plan',
      rows: [],
      rehearsal: false,
    })

    for (const kind of ['xlsx', 'csv']) {
      const out = join(folder, '..', `attendance.${kind}`)
      expect(await kiosk('attendance', 'export', '--out', out, '--emails', '--data', folder, '--json')).toMatchObject({
        code: 0,
        json: { file: out, people: 2, came: 0, absent: 2 },
      })
      const { SheetNames, Sheets } = read(readFileSync(out))
      const sheet = Sheets[kind === 'xlsx' ? 'Attendance' : (SheetNames[0] ?? '')]
      expect(sheet === undefined ? [] : utils.sheet_to_json(sheet)).toMatchObject([
        { Name: 'Ewa Kaur', 'E-mail': 'ewa@elmdon.example' },
        { Name: 'Jo Pike' },
      ])
    }

    const copy = join(folder, '..', 'copy.db')
    expect(await kiosk('backup', '--out', copy, '--data', folder, '--json')).toMatchObject({ code: 0 })
    expect(readFileSync(copy).toString('latin1')).not.toContain('Ewa Kaur')
  })

  test('the status warns of a tablet that keeps the time of another country, in words and in JSON', async () => {
    onTestFinished(() => void vi.unstubAllEnvs())
    const [warned, empty] = [join(folder, '..', 'warned'), join(folder, '..', 'warned-empty')]
    await kiosk('event', 'load', pack, '--data', warned)
    // Opened once, and no event chosen.
    openStation(empty).close()
    vi.stubEnv('TZ', 'Asia/Kolkata')
    const zone = { code: 'clock', kind: 'zone', zone: 'Asia/Calcutta' }
    for (const data of [warned, empty]) {
      expect((await kiosk('status', '--data', data)).out).toMatch(
        /^Warning: clock-zone: Asia\/Calcutta, (270|330) minutes ahead of Europe\/London$/m,
      )
      expect((await kiosk('status', '--data', data, '--json')).json).toMatchObject({
        warnings: expect.arrayContaining([expect.objectContaining(zone)]),
      })
    }
    vi.stubEnv('TZ', 'Europe/London')
    expect((await kiosk('status', '--data', warned)).out).not.toContain('clock-')
  })

  test('a folder copied with its key opens as the same station, and a backup opens with its key in an empty folder', async () => {
    const moved = join(folder, '..', 'moved')
    cpSync(folder, moved, { recursive: true })
    expect((await kiosk('status', '--data', moved, '--json')).json).toMatchObject({
      delegates: 2,
      event: { code: 'NEC' },
    })
    const restored = join(folder, '..', 'restored')
    mkdirSync(restored)
    copyFileSync(join(folder, '..', 'copy.db'), join(restored, 'station.db'))
    copyFileSync(join(folder, 'station.key'), join(restored, 'station.key'))
    expect((await kiosk('check', '--data', restored, '--json')).json).toMatchObject({ sound: true })
    expect((await kiosk('status', '--data', restored, '--json')).json).toMatchObject({ delegates: 2 })
  })

  test('a rehearsal fills a folder of its own, its workbook says so on every sheet, and a real event is left alone', async () => {
    const crowd = join(folder, '..', 'crowd')
    const filled = await kiosk(
      'rehearse',
      '--delegates',
      '30',
      '--pledges',
      '20',
      '--actions',
      '8',
      '--seed',
      '7',
      '--data',
      crowd,
      '--json',
    )
    expect(filled).toMatchObject({ code: 0, json: { delegates: 30, pledges: 20, actions: 8 } })
    const out = join(crowd, '..', 'rehearsal.xlsx')
    await kiosk('plan', 'export', '--out', out, '--data', crowd)
    const workbook = read(readFileSync(out))
    expect(workbook.SheetNames[0]).toContain('REHEARSAL')
    const sheet = workbook.Sheets['REHEARSAL Plan']
    if (sheet === undefined) throw new Error('No sheet')
    expect(JSON.stringify(utils.sheet_to_json(sheet, { header: 1 }))).toContain('Rehearsal – not live')

    const refused = await kiosk(
      'rehearse',
      '--delegates',
      '1',
      '--pledges',
      '1',
      '--actions',
      '1',
      '--seed',
      '1',
      '--data',
      folder,
      '--json',
    )
    expect(refused.code).toBe(1)
    expect(refused.json['error']).toContain('real event')
  })
})

describe('what the terminal says when it cannot', () => {
  test('wrong use ends with 2 and a hint, in words and in JSON', async () => {
    const wrong = [
      [],
      ['nonsense'],
      ['event', 'load'],
      ['event', 'load', 'a', 'b'],
      ['attendance', 'export', '--out', 'list.pdf'],
      ['plan', 'export', '--out', 'plan.doc'],
      ['contacts', 'export', '--out', 'messages.eml'],
      ['status', '--nonsense'],
      ['rehearse', '--delegates', 'many'],
    ]
    for (const words of wrong)
      expect(await answers(...words)).toMatchObject({ code: 2, err: expect.stringContaining('help') })
    expect(await kiosk('nonsense', '--json')).toMatchObject({
      code: 2,
      json: { error: expect.stringContaining('no command') },
    })
    expect(await answers('help')).toMatchObject({ code: 0 })
  })

  test('a pack with faults ends with 1, lists each by its path, and loads nothing', async () => {
    const folder = join(tempFolder(), 'station')
    const bad = join(folder, '..', 'bad.json')
    writeFileSync(
      bad,
      JSON.stringify({
        ...JSON.parse(readFileSync(pack, 'utf8')),
        code: 'much too long',
        dates: { from: '2023-12-12', to: '2023-12-11' },
      }),
    )
    const ended = await kiosk('event', 'load', bad, '--data', folder, '--json')
    expect(ended.code).toBe(1)
    expect(JSON.stringify(ended.json['errors'])).toContain('"path":"code"')
    expect((await answers('status', '--data', folder, '--json')).json).toMatchObject({
      error: expect.stringContaining('no station'),
    })
    expect((await answers('event', 'load', join(folder, 'none.json'), '--data', folder)).err).toContain(
      'There is no file',
    )
  })

  test('a list before there is an event, a picture called a list, and a folder that does not exist', async () => {
    const folder = join(tempFolder(), 'station')
    const list = join(folder, '..', 'list.csv')
    writeFileSync(list, 'Name\nEwa Kaur\n')
    expect((await answers('delegates', 'import', list, '--data', folder)).err).toContain('event load')
    expect(existsSync(folder)).toBe(false)
    await answers('event', 'load', pack, '--data', folder)
    writeFileSync(list, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
    const picture = await answers('delegates', 'import', list, '--data', folder)
    expect(picture.code).toBe(1)
    expect(picture.err.length).toBeGreaterThan(40)
    const nowhere = join(folder, 'no', 'such', 'plan.xlsx')
    expect((await answers('plan', 'export', '--out', nowhere, '--data', folder)).code).toBe(1)
    expect(readdirSync(join(folder, '..')).toSorted()).toEqual(['list.csv', 'station'])
  })
})

describe('for whoever types, and for programs', () => {
  test('npm run --silent kiosk -- status --json prints one JSON object, and nothing else', async () => {
    const folder = join(tempFolder(), 'station')
    await answers('event', 'load', pack, '--data', folder)
    const root = join(import.meta.dirname, '../..')
    const words = ['run', '--silent', 'kiosk', '--', 'status', '--data', folder, '--json']
    const npm = spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', words, { cwd: root })
    let out = ''
    npm.stdout.on('data', (piece: Buffer) => void (out += piece.toString()))
    await once(npm, 'close')
    expect(JSON.parse(out)).toMatchObject({ event: { code: 'NEC' }, delegates: 0 })
    expect(out.trim().split('\n').length).toBe(1)
  })

  test('A mistyped folder is said, and nothing is made there', async () => {
    const folder = join(tempFolder(), 'statoin')
    const list = join(folder, '..', 'list.csv')
    writeFileSync(list, 'Name\nEwa Kaur\n')
    const out = join(folder, '..', 'out.csv')
    for (const words of [
      ['status'],
      ['check'],
      ['delegates', 'import', list],
      ['plan', 'export', '--out', out],
      ['attendance', 'export', '--out', out],
      ['contacts', 'export', '--out', out],
      ['backup', '--out', out],
    ])
      expect(await answers(...words, '--data', folder)).toMatchObject({
        code: 1,
        err: expect.stringContaining('There is no station in'),
      })
    expect(readdirSync(join(folder, '..'))).toEqual(['list.csv'])
  })

  test('Nothing is written over without --force', async () => {
    const folder = join(tempFolder(), 'station')
    await answers('event', 'load', pack, '--data', folder)
    for (const [words, name] of [
      [['plan', 'export'], 'plan.csv'],
      [['attendance', 'export'], 'attendance.csv'],
      [['contacts', 'export'], 'contacts.zip'],
      [['backup'], 'copy.db'],
    ] as const) {
      const out = join(folder, '..', name)
      writeFileSync(out, 'Mine')
      const call = [...words, '--out', out, '--data', folder]
      expect(await answers(...call)).toMatchObject({ code: 1, err: expect.stringContaining('--force') })
      expect(readFileSync(out, 'utf8')).toBe('Mine')
      expect(await answers(...call, '--force')).toMatchObject({ code: 0 })
      expect(readFileSync(out, 'utf8')).not.toBe('Mine')
    }
  })

  test('contacts export writes whom to write to, in each of its kinds, and says how many', async () => {
    const folder = join(tempFolder(), 'station')
    await answers('rehearse', '--delegates', '30', '--pledges', '20', '--data', folder)
    const written = []
    for (const kind of ['xlsx', 'csv', 'zip']) {
      const out = join(folder, '..', `contacts.${kind}`)
      const { code, json } = await answers('contacts', 'export', '--out', out, '--data', folder, '--json')
      written.push([code, json['people'], json['pledges']])
      expect(json).toMatchObject({ file: out, bytes: readFileSync(out).length })
    }
    const [[code, people] = []] = written
    expect([code, Number(people) > 0]).toEqual([0, true])
    expect(new Set(written.map(String)).size).toBe(1)
    const csv = readFileSync(join(folder, '..', 'contacts.csv'), 'utf8').slice(1)
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
    expect(data).toHaveLength(Number(people))
    expect(data.every((row) => row['Rehearsal'] === 'Rehearsal – not live')).toBe(true)
    const drafts = Object.entries(unzipSync(readFileSync(join(folder, '..', 'contacts.zip'))))
    expect(drafts).toHaveLength(Number(people))
    for (const [name, bytes] of drafts) {
      const { subject, to, text } = await PostalMime.parse(bytes)
      expect([name.startsWith('REHEARSAL-'), subject?.startsWith('REHEARSAL: ')]).toEqual([true, true])
      expect(text).toContain('Please do not send this')
      expect(data.map((row) => row['E-mail'])).toContain(to?.[0]?.address)
    }
    expect(
      await answers('contacts', 'export', '--out', join(folder, '..', 'again.csv'), '--data', folder),
    ).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Wrote \d+ (person|people) with \d+ pledges? to /),
    })
  })

  test('--out - writes the file itself to standard output, and what is said of it beside', async () => {
    const folder = join(tempFolder(), 'station')
    await answers('rehearse', '--delegates', '5', '--pledges', '4', '--actions', '3', '--data', folder)
    const file = join(folder, '..', 'plan.csv')
    const wrote = await answers('plan', 'export', '--out', file, '--data', folder)
    const printed = await kiosk('plan', 'export', '--out', '-', '--as', 'csv', '--data', folder)
    expect(printed).toMatchObject({ code: 0, err: expect.stringContaining('to standard output') })
    // Each says when it was exported.
    const unstamped = (csv: string) => csv.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z/g, 'then')
    expect(unstamped(printed.out)).toBe(unstamped(readFileSync(file, 'utf8')))
    // Only what is in the file is counted: ideas and withdrawn entries are not.
    const { data } = Papa.parse(printed.out.trim())
    expect(wrote.out).toMatch(new RegExp(`^Wrote ${data.length - 1} rows to `))
    const counted = await answers('plan', 'export', '--out', file, '--force', '--data', folder, '--json')
    expect(counted.json).toMatchObject({ rows: data.length - 1, ideas: 0, withdrawn: 0 })

    expect(await answers('plan', 'export', '--out', '-', '--data', folder)).toMatchObject({ code: 2 })
    const both = ['plan', 'export', '--out', '-', '--as', 'csv', '--json', '--data', folder]
    expect((await answers(...both)).json).toMatchObject({ error: expect.stringContaining('--out -') })
    expect(await answers('backup', '--out', '-', '--data', folder)).toMatchObject({ code: 2 })
  })

  test('--version and help COMMAND answer, in words and in JSON', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string
    }
    expect(await answers('--version')).toMatchObject({ code: 0, out: `${version}\n` })
    expect((await answers('--version', '--json')).json).toEqual({ version })
    for (const words of [
      ['help', 'plan', 'export'],
      ['plan', 'export', '--help'],
      ['plan', 'export', '--data', 'somewhere', '--help'],
    ]) {
      const { code, out } = await answers(...words)
      expect(code).toBe(0)
      expect(out).toMatch(/^plan export --out FILE/)
      expect(out).toContain('--force')
    }
    expect(await answers('help', 'nonsense')).toMatchObject({ code: 2 })
  })

  test('a port that is taken, and a pack that is not there, are said in a sentence', async () => {
    const folder = join(tempFolder(), 'station')
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? String(address.port) : ''
    const taken = await answers('serve', '--port', port, '--data', folder)
    expect(taken).toMatchObject({ code: 1, err: expect.stringContaining(`port ${port} is in use`) })
    const none = join(folder, 'none.json')
    expect((await answers('rehearse', '--pack', none, '--data', folder)).err).toContain('There is no file')
  })
})

describe('data that is locked with the passphrase', () => {
  /** A tablet whose system has no keychain, and a file for what somebody writes as its passphrase. */
  async function lockedFolder() {
    const station = await readyStation()
    const { folder } = station
    station.close()
    await sealedKeyStore({ folder, cost: CHEAP }).seal?.(folder, PASSPHRASE)
    return { folder, file: join(tempFolder(), 'passphrase.txt') }
  }

  test('every command says in a sentence why it cannot open it, and what to do', async () => {
    const { folder } = await lockedFolder()
    for (const words of [['status'], ['check'], ['plan', 'export', '--out', join(folder, 'plan.csv')]]) {
      const ended = await answers(...words, '--data', folder, '--json')
      expect(ended).toMatchObject({ code: 1, json: { code: 'sealed' } })
      expect(ended.json['error']).toMatch(/locked with the organiser passphrase\. .+--passphrase-file/)
    }
    expect(readdirSync(folder)).toContain('station.key.sealed')
    expect(existsSync(join(folder, 'station.key'))).toBe(false)
  })

  test('the passphrase in a file opens it for one command, however the line ends; a wrong one and a missing file are said', async () => {
    const { folder, file } = await lockedFolder()
    const out = join(tempFolder(), 'plan.csv')
    for (const text of [PASSPHRASE, `${PASSPHRASE}\r\nfor the tablet at the door\r\n`, `\uFEFF${PASSPHRASE}\n`]) {
      writeFileSync(file, text)
      const call = ['plan', 'export', '--out', out, '--force', '--passphrase-file', file, '--data', folder]
      expect(await answers(...call)).toMatchObject({ code: 0 })
    }
    expect(readFileSync(out, 'utf8')).not.toBe('')
    writeFileSync(file, 'three other words\n')
    const wrong = await answers('status', '--passphrase-file', file, '--data', folder)
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('is not the passphrase')])
    const missing = await answers('status', '--passphrase-file', `${file}.none`, '--data', folder)
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('There is no file')])
    // It is still locked for everybody else, and whoever keeps a backup is told what belongs to it.
    expect((await answers('status', '--data', folder)).code).toBe(1)
    writeFileSync(file, PASSPHRASE)
    const copy = await answers('backup', '--out', `${out}.db`, '--passphrase-file', file, '--data', folder)
    expect(copy.out).toContain('station.key.sealed')
  })

  test('serve shows the locked page of such a folder, or opens it at once with the file', async () => {
    const { folder, file } = await lockedFolder()
    writeFileSync(file, PASSPHRASE)
    for (const [phase, more] of [
      ['locked', []],
      ['ready', ['--passphrase-file', file]],
    ] as const) {
      const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', folder, '--json', ...more], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const line = await new Promise<string>((resolve) =>
        child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
      )
      const { origin, hash } = new URL(JSON.parse(line).link)
      const client = httpClient(origin, hash.slice('#key='.length))
      expect((await client.station.state()).phase).toBe(phase)
      await client.station.unseal({ passphrase: PASSPHRASE })
      expect((await client.station.state()).phase).toBe('ready')
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    }
  })
})

describe('serve', () => {
  test('it prints the link, answers through it, and closes well when it is told to', async () => {
    const folder = join(tempFolder(), 'station')
    const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--data', folder, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString())),
    )
    const { origin, hash } = new URL(JSON.parse(line).link)
    expect((await httpClient(origin, hash.slice('#key='.length)).station.state()).phase).toBe('new')
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(join(folder, 'station.db-wal'))).toBe(false)
  })
})
