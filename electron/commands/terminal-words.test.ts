/** What whoever types sees: signs of life, plain sentences instead of codes. */
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { showLife } from './alive.ts'
import { plainError } from './plain-error.ts'

test('work that leaves its thread no moment still shows that it lives', async () => {
  const path = join(tempFolder(), 'seen')
  const end = showLife({ after: 1, every: 1, to: openSync(path, 'w') })
  // This thread does nothing else until it has been said twice.
  while (readFileSync(path, 'utf8').split('\n').length < 3);
  await end()
  expect(readFileSync(path, 'utf8')).toMatch(/^(Still working, for 1 s …\n){2}/)
})

test('what the system says of a file or a port is a sentence that names it', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'folder'))
  const errorOf = (work: () => unknown): unknown => {
    try {
      work()
    } catch (error) {
      return error
    }
    return null
  }
  const faults: [unknown, RegExp][] = [
    [errorOf(() => readFileSync(join(folder, 'none'))), /^There is no file or folder “.+none”\. Check its name/],
    [errorOf(() => readFileSync(join(folder, 'file', 'in it'))), /part of its path is a file/],
    [errorOf(() => mkdirSync(join(folder, 'folder'))), /^There is a file or folder “.+folder” already/],
    [errorOf(() => readFileSync(join(folder, 'folder'))), /is a folder\. Name a file in it/],
  ]
  for (const [error, sentence] of faults) {
    expect(plainError(error)).toMatch(sentence)
    expect(plainError(error)).not.toMatch(/E[A-Z]{4}/)
  }
  const server = createServer().listen(0)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const second = createServer().listen(port)
  const [taken] = (await once(second, 'error')) as [Error]
  expect(plainError(taken)).toBe(
    `The port ${port} is in use by another program. Choose another with --port, or leave --port out.`,
  )
  expect(plainError(new Error('A bug'))).toBeNull()
})
