import { mkdir, mkdtemp, readdir, readFile, rm, writeFile as putFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ExportError } from './export-error.ts'
import { writeExport } from './write-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-file-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string) => [new TextEncoder().encode(text)]

function* failing(error: Error): Generator<Uint8Array> {
  yield new Uint8Array(100_000)
  throw error
}

const systemError = (code: string) => Object.assign(new Error(code), { code })

describe('an export on its way to the disk', () => {
  test('lands whole, takes the place of the older one, and leaves nothing else in the folder', async () => {
    const path = join(folder, 'plan.csv')
    expect(await writeExport(path, bytes('old'))).toEqual({ ok: true, bytes: 3 })
    expect(await writeExport(path, bytes('newer'))).toEqual({ ok: true, bytes: 5 })
    expect(await readFile(path, 'utf8')).toBe('newer')
    expect(await readdir(folder)).toEqual(['plan.csv'])
  })

  test('a disk that fills up half-way leaves the older file as it was, no half one, and a sentence', async () => {
    const path = join(folder, 'plan.xlsx')
    await putFile(path, 'the plan of last quarter')
    const answer = await writeExport(path, failing(systemError('ENOSPC')))
    expect(answer).toMatchObject({ ok: false, code: 'disk-full' })
    expect(answer).toHaveProperty('message', expect.stringContaining('no room left'))
    expect(await readFile(path, 'utf8')).toBe('the plan of last quarter')
    expect(await readdir(folder)).toEqual(['plan.xlsx'])
  })

  test('an export too large for its format says so and leaves nothing', async () => {
    const answer = await writeExport(join(folder, 'plan.xlsx'), failing(new ExportError('too-large', 'Too many rows.')))
    expect(answer).toEqual({ ok: false, code: 'too-large', message: 'Too many rows.' })
    expect(await readdir(folder)).toEqual([])
  })

  test('a folder that is not there, is no folder, or stands where the file should, each get their own sentence', async () => {
    await putFile(join(folder, 'note.txt'), 'a file')
    await mkdir(join(folder, 'plan.xlsx'))
    expect(await writeExport(join(folder, 'nowhere', 'plan.xlsx'), bytes('x'))).toMatchObject({
      ok: false,
      code: 'folder-missing',
    })
    expect(await writeExport(join(folder, 'note.txt', 'plan.xlsx'), bytes('x'))).toMatchObject({
      ok: false,
      code: 'folder-missing',
    })
    expect(await writeExport(join(folder, 'plan.xlsx'), bytes('x'))).toMatchObject({ ok: false, code: 'is-a-folder' })
    expect((await readdir(folder)).toSorted()).toEqual(['note.txt', 'plan.xlsx'])
  })

  test('a folder that forbids writing is named, with what to do', async () => {
    const answer = await writeExport(join(folder, 'plan.xlsx'), failing(systemError('EACCES')))
    expect(answer).toMatchObject({ ok: false, code: 'not-writable', message: expect.stringContaining(folder) })
  })

  test('a mistake of ours is not dressed up as the disk’s', async () => {
    await expect(writeExport(join(folder, 'plan.xlsx'), failing(new TypeError('a bug')))).rejects.toThrow('a bug')
    expect(await readdir(folder)).toEqual([])
  })
})
