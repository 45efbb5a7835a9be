/** The README's promises are the names of tests, so that none can be made without being kept. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { house } from './tools.ts'

test('each promise of the README is the name of a test in the file it points to', async () => {
  const readme = await readFile(join(house, 'README.md'), 'utf8')
  const promises = [...readme.matchAll(/^\| (.+) \| \[.+\]\((.+\.test\.tsx?)\) \|$/gm)]
  expect(promises.length).toBeGreaterThan(20)
  for (const [, promise = '', file = ''] of promises) {
    const titles = [...(await readFile(join(house, file), 'utf8')).matchAll(/test\(\s*'([^']+)'/g)].map(
      ([, title]) => title,
    )
    expect(titles, file).toContain(promise)
  }
})
