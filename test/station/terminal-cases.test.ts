/** Small lists that were once read wrongly, at the terminal: who comes, who does not, and what is said of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIST_CASES } from '../support/list-cases.ts'
import { runHere } from '../support/run-cli.ts'

const pack = join(import.meta.dirname, '../../resources/event-packs/solihull-nec.json')
let [whole, folder] = ['', '']

const run = async (...args: string[]) => (await runHere(...args, '--data', folder, '--json')).out

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'pledge-kiosk-test-'))
  folder = join(whole, 'station')
  await run('event', 'load', pack)
})
afterAll(() => rmSync(whole, { recursive: true, force: true }))

type Read = {
  added: number
  sample: { name: string; email?: string; ticket?: string }[]
  errors: { row: number; value: string }[]
  notices: { row: number; reason: string }[]
}
const read = async (name: string): Promise<Read> =>
  JSON.parse(await run('delegates', 'import', join(import.meta.dirname, '../cases', name), '--dry-run')) as Read

describe('a list from a terminal: who comes, and who is named as not coming', () => {
  test.each(LIST_CASES)('$file', async ({ file, comes, not, noted }) => {
    const { added, sample, errors, notices } = await read(file)
    expect(sample.map(({ name }) => name)).toEqual(comes)
    expect(added).toBe(comes.length)
    expect(errors.map(({ value }) => value)).toEqual(not)
    expect(notices.length).toBe(noted.length)
    for (const [index, words] of noted.entries()) expect(notices[index]?.reason).toMatch(words)
  })

  test('addresses-with-names.csv: nobody is lost, and what could not be kept is noted', async () => {
    const { added, errors, notices } = await read('addresses-with-names.csv')
    expect([added, errors.length]).toEqual([8, 0])
    expect(notices.map(({ row }) => row)).toEqual([8, 9])
  })
})
