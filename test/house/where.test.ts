/** The page that leads from a screen to the rule, the fact and the test names what is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTest } from '../support/test-station.ts'

/** Facts that no screen writes yet: they wait for data of two tablets to be merged. */
const OF_NO_SCREEN = ['clock.measured', 'fork.settled', 'station.shut-out']

const HOUSE = join(import.meta.dirname, '../..')

test('every path and every fact of docs/where.md is one of the house, and no fact that a screen writes is missing', () => {
  const lines = readFileSync(join(HOUSE, 'docs/where.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'))
  const named = lines.map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  const facts = new Set(openTest().journal.catalogue.facts.keys())
  const unknown = named.flat().filter((name) => !(name.includes('/') ? existsSync(join(HOUSE, name)) : facts.has(name)))
  expect(unknown).toEqual([])
  // Words on screen, a rule, and a test.
  expect(named.filter((names) => names.filter((name) => name.includes('/')).length !== 3)).toEqual([])
  expect(named.length).toBeGreaterThan(20)
  expect([...facts].filter((fact) => !named.flat().includes(fact)).toSorted()).toEqual(OF_NO_SCREEN.toSorted())
})
