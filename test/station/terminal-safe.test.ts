/** The terminal in a stranger’s hands: nothing of a station’s own is written over, asking makes nothing, and each fault is a sentence. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHere } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { openTest, shippedPack } from '../support/test-station.ts'

const cli = join(import.meta.dirname, '../../electron/cli.ts')
const pack = join(import.meta.dirname, '../../resources/event-packs/solihull-nec.json')

function aStation(): { whole: string; folder: string } {
  const whole = tempFolder()
  const folder = join(whole, 'station')
  const station = openTest(folder)
  station.loadEvent(shippedPack(), false)
  station.close()
  return { whole, folder }
}

test('nothing is written over a station’s own files, by whichever name, though it is asked for', async () => {
  const { whole, folder } = aStation()
  const link = join(whole, 'link.csv')
  symlinkSync(join(folder, 'station.db'), link)
  symlinkSync(folder, join(whole, 'other'))
  const before = readFileSync(join(folder, 'station.db'))
  for (const out of [
    join(folder, 'station.db'),
    join(folder, 'station.key'),
    join(folder, 'station.erased'),
    join(folder, 'backups/a.csv'),
    join(whole, 'other/station.db'),
    link,
  ])
    for (const words of [['plan', 'export', '--as', 'csv'], ['contacts', 'export', '--as', 'csv'], ['backup']])
      expect([out, await runHere(...words, '--out', out, '--force', '--data', folder)]).toMatchObject([
        out,
        { code: 1, err: expect.stringContaining('the station’s own files') as unknown },
      ])
  expect(readFileSync(join(folder, 'station.db')).equals(before)).toBe(true)
  expect((await runHere('check', '--data', folder)).code).toBe(0)
  // A file of one’s own may lie there.
  expect((await runHere('plan', 'export', '--out', join(folder, 'plan.csv'), '--data', folder)).code).toBe(0)
})

test('a link stays one, and a copy makes no folder that was mistyped', async () => {
  const { whole, folder } = aStation()
  const [target, link] = [join(whole, 'target.csv'), join(whole, 'link.csv')]
  writeFileSync(target, 'Mine')
  symlinkSync(target, link)
  expect((await runHere('plan', 'export', '--out', link, '--force', '--data', folder)).code).toBe(0)
  expect(readFileSync(target, 'utf8')).not.toBe('Mine')
  expect(
    await runHere('plan', 'export', '--as', 'csv', '--out', join(whole, 'sub', 'x.csv'), '--data', folder),
  ).toMatchObject({ code: 1, err: expect.stringContaining('does not exist') as unknown })
  expect(await runHere('backup', '--out', join(whole, 'sub', 'x.db'), '--data', folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not exist') as unknown,
  })
  mkdirSync(join(whole, 'taken'))
  for (const words of [
    ['backup', '--out', join(whole, 'taken'), '--force'],
    ['plan', 'export', '--as', 'csv', '--out', join(whole, 'taken'), '--force'],
  ])
    expect(await runHere(...words, '--data', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('is a folder') as unknown,
    })
  expect(readdirSync(whole).toSorted()).toEqual(['link.csv', 'station', 'taken', 'target.csv'])
})

test('a dry run, and a rehearsal that cannot be, make no station', async () => {
  const folder = join(tempFolder(), 'station')
  expect(await runHere('event', 'load', pack, '--dry-run', '--data', folder)).toMatchObject({
    code: 0,
    out: expect.stringContaining('This would load') as unknown,
  })
  writeFileSync(join(folder, '..', 'bad.json'), '{}')
  for (const name of ['none.json', 'bad.json'])
    expect((await runHere('rehearse', '--pack', join(folder, '..', name), '--data', folder)).code).toBe(1)
  expect(existsSync(folder)).toBe(false)
})

test('what is typed wrongly is said in our words, once, and as one object for a program', async () => {
  const faults: [string[], RegExp][] = [
    [['--json'], /Which command\? It comes first/],
    [['--data', 'here', 'status'], /It comes first/],
    [['person'], /begin: person export/],
    [['status', '--data'], /--data needs something after it: FOLDER/],
    [['status', '--data', ''], /--data needs something after it/],
    [['status', '--data', '--json'], /--data needs something after it/],
    [['status', '--data=a', '--data=b'], /--data is said twice/],
    [['status', '--nonsense'], /There is no option “--nonsense” here\. It is called like this: status/],
    [['status', '-x'], /There is no option “-x”/],
    [['status', '--constructor'], /There is no option/],
    [['status', '--json=yes'], /--json takes nothing after it/],
    [['rehearse', '--delegates', '-5'], /--delegates needs something after it/],
  ]
  for (const [words, sentence] of faults) {
    const { code, out, err } = await runHere(...words.filter((word) => word !== '--json'), '--json')
    expect([words, code, err]).toEqual([words, 2, expect.stringMatching(sentence)])
    expect((JSON.parse(out) as { error: string }).error).toMatch(sentence)
    expect(err).not.toMatch(/argument|ambiguous|E[A-Z]{4}/)
  }
  for (const words of [['help', 'plan'], ['-h'], ['-v']]) expect((await runHere(...words)).code).toBe(0)
  expect((await runHere('help', 'plan')).out).toMatch(/^plan undated[\s\S]*\nplan export --out/)
})

test('whoever stops reading is no fault of the engine’s', async () => {
  const { folder } = aStation()
  const words = [cli, 'plan', 'export', '--out', '-', '--as', 'json', '--data', folder]
  const { code, err } = await new Promise<{ code: number | null; err: string }>((done) => {
    const child = execFile(process.execPath, words)
    let said = ''
    child.stdout?.destroy()
    child.stderr?.on('data', (text: string) => void (said += text))
    child.on('close', (status) => done({ code: status, err: said }))
  })
  expect([code, err]).toEqual([1, 'Whoever was reading stopped before the end, so not all was written.\n'])
})
