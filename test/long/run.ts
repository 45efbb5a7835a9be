/**
 * `npm run test:long`: the same files as `npm test`, each at the long size, from a seed that is drawn. It can be stopped at any time
 * and goes on with the next file; `-- --again` starts anew, `-- test/house` takes only the files whose path holds that.
 */
import { randomInt } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { TestModule } from 'vitest/node'
import { listFiles } from '../house/house-files.ts'
import { countTests, CountReporter } from '../support/count-reporter.ts'
import { commitOf, digestOf, openKept, sumOf } from './kept.ts'

const HOUSE = join(import.meta.dirname, '../..')
const FOLDER = join(HOUSE, 'test-results/long')

const words = process.argv.slice(2)
if (words.includes('--again')) rmSync(FOLDER, { recursive: true, force: true })

const given = process.env['PLEDGE_KIOSK_SEED']
const kept = openKept(
  FOLDER,
  { commit: commitOf(HOUSE), tree: await treeOf(HOUSE) },
  { given: given === undefined ? null : Number(given), draw: () => randomInt(2 ** 31) },
)
const { seed } = kept.of
process.env['PLEDGE_KIOSK_LANE'] = 'long'
process.env['PLEDGE_KIOSK_SEED'] = String(seed)
process.env['PLEDGE_KIOSK_LOOKS'] = join(FOLDER, 'looks')

const repeat = `The seed is ${seed}: PLEDGE_KIOSK_SEED=${seed} npm run test:long -- --again does the same again.\n`
process.stdout.write(repeat)

let stopping = false
let before = sumOf([])
const counter = new CountReporter(() => before)
const nameOf = (path: string) => relative(HOUSE, path).replaceAll('\\', '/')
const keyStore = {
  onTestModuleEnd(module: TestModule): void {
    // What is broken off is not done.
    if (!stopping)
      kept.keep({ project: module.project.name, what: nameOf(module.moduleId), counts: countTests([module], []) })
  },
  onTestRunEnd(_modules: readonly TestModule[], errors: Parameters<typeof countTests>[1]): void {
    if (!stopping && errors.length > 0) kept.keep({ project: '', what: null, counts: countTests([], errors) })
    process.stdout.write(`\n${repeat}`)
  },
}

// Only now, for the settings ask which lane it is.
const { createVitest } = await import('vitest/node')
const { TimeReporter } = await import('../support/time-reporter.ts')
const vitest = await createVitest({
  run: true,
  watch: false,
  reporters: ['default', keyStore, new TimeReporter(), counter],
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stopping = true
    before = sumOf(kept.done)
    process.stdout.write(`\nStopped. npm run test:long goes on with the next file. ${repeat}`)
    void vitest.close().finally(() => process.exit(130))
  })

await vitest.standalone()
const all = await vitest.globTestSpecifications(words.filter((word) => !word.startsWith('--')))
const isDone = (file: (typeof all)[number]) => kept.isDone(file.project.name, nameOf(file.moduleId))
const left = all.filter((file) => !isDone(file))
before = sumOf(kept.done.filter(({ what }) => what === null || all.some((file) => nameOf(file.moduleId) === what)))
if (left.length < all.length) process.stdout.write(`Going on: ${all.length - left.length} files were done before.\n`)
for (const file of left) rmSync(looksOf(nameOf(file.moduleId)), { force: true })
if (left.length > 0) await vitest.runTestSpecifications(left, true)
else {
  process.stdout.write(`All ${all.length} files are done. ${repeat}`)
  counter.onTestRunEnd([], [])
}
await vitest.close()

async function treeOf(house: string): Promise<string> {
  const paths = (await listFiles('')).toSorted()
  const files = paths.map((path) => ({ path, contents: readFileSync(join(house, path)) }))
  return digestOf([{ path: 'node', contents: `${process.version} ${process.platform} ${process.arch}` }, ...files])
}

/** What a file has looked at, which the last file of all reads together. */
function looksOf(file: string): string {
  return join(FOLDER, 'looks', `${file.replaceAll('/', '-')}.jsonl`)
}
