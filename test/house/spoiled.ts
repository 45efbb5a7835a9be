/**
 * Spoiled houses show that a tool of the house would speak. They prove something about its rules and its version, not about this
 * house, so the usual lane tries them only where one of those changed since they were last proved, and one of them always.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitOf, digestOf } from '../long/kept.ts'
import { house, settings } from './tools.ts'

export type SpoiledHouse = 'types' | 'lint' | 'layers' | 'unused' | 'format' | 'styles' | 'package' | 'count-line'

/** What each depends on: files of this house (settings, and the sources that spoil), and packages. */
const RULES: Record<SpoiledHouse, { file: string; others: string[]; packages: string[] }> = {
  types: {
    file: 'test/house/types.test.ts',
    others: [...settings, 'test/house/tools.ts'],
    packages: ['typescript7', '@types/node', 'vite', 'zod', '@orpc/contract'],
  },
  lint: {
    file: 'test/house/lint.test.ts',
    others: [...settings, 'test/house/tools.ts'],
    packages: ['oxlint', 'oxlint-tsgolint', '@types/node', '@types/react', 'vitest'],
  },
  layers: {
    file: 'test/house/layers.test.ts',
    others: [...settings, 'test/house/tools.ts'],
    packages: ['dependency-cruiser', 'typescript'],
  },
  unused: { file: 'test/house/unused.test.ts', others: [...settings, 'test/house/tools.ts'], packages: ['knip'] },
  format: { file: 'test/house/format.test.ts', others: [...settings, 'test/house/tools.ts'], packages: ['oxfmt'] },
  styles: {
    file: 'test/house/styles.test.ts',
    others: [...settings, 'test/house/tools.ts'],
    packages: ['stylelint', 'stylelint-config-recommended'],
  },
  'count-line': {
    file: 'test/house/count-line.test.ts',
    others: ['test/house/tools.ts', 'test/support/count-reporter.ts'],
    packages: ['vitest'],
  },
  package: {
    file: 'test/support/spoiled-house.ts',
    others: [
      'package.json',
      'electron-builder.yml',
      'test/support/package-app.ts',
      'test/support/package-faults.ts',
      'test/support/read-package.ts',
      'test/support/stub-electron.ts',
    ],
    packages: ['electron-builder', 'electron'],
  },
}
export const SPOILED_HOUSES = Object.keys(RULES) as SpoiledHouse[]

const PROVED = join(house, 'test/house/proved.json')

/** The digest of what each depends on, as it is today. */
export function rulesOfToday(): Record<SpoiledHouse, string> {
  const { packages } = JSON.parse(readFileSync(join(house, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string } | undefined>
  }
  const rules = SPOILED_HOUSES.map((name) => {
    const { file, others, packages: named } = RULES[name]
    const files = [file, ...others].map((path) => ({ path, contents: readFileSync(join(house, path)) }))
    const versions = named.map((one) => {
      const version = packages[`node_modules/${one}`]?.version
      if (version === undefined) throw new Error(`${one} is not in package-lock.json.`)
      return { path: one, contents: version }
    })
    return [name, digestOf([...files, ...versions]).slice(0, 16)] as const
  })
  return Object.fromEntries(rules) as Record<SpoiledHouse, string>
}

/** The digests with which all spoiled houses were last tried, and each tool spoke. */
export const rulesProved = () => JSON.parse(readFileSync(PROVED, 'utf8')) as Partial<Record<SpoiledHouse, string>>

/** Only `npm run proved` writes it, and only when all of them have been tried. */
export function writeProved(): void {
  writeFileSync(PROVED, `${JSON.stringify(rulesOfToday(), null, 2)}\n`)
}

/** Those that are tried here, of `all` of them, by what was proved: with each commit another one whatever was proved. */
export function tried(
  today: Readonly<Record<SpoiledHouse, string>>,
  proved: Readonly<Partial<Record<SpoiledHouse, string>>>,
  { everyOne, commit }: { everyOne: boolean; commit: string },
): SpoiledHouse[] {
  const drawn =
    Number.parseInt(digestOf([{ path: 'commit', contents: commit }]).slice(0, 8), 16) % SPOILED_HOUSES.length
  return SPOILED_HOUSES.filter((name, place) => everyOne || place === drawn || proved[name] !== today[name])
}

/** Those that are tried in this run. */
export function triedHere(): SpoiledHouse[] {
  const everyOne = process.env['PLEDGE_KIOSK_LANE'] === 'long' || process.env['PLEDGE_KIOSK_SPOILED'] === 'all'
  return tried(rulesOfToday(), rulesProved(), { everyOne, commit: commitOf(house) })
}

/** Tells what happens in spoiled houses, where they are tried here. What is not tried is no test: it has not passed. */
export function inSpoiledHouses(name: SpoiledHouse, tell: () => void): void {
  if (triedHere().includes(name)) tell()
}

/** The files that try them. */
export const SPOILING = SPOILED_HOUSES.map((name) =>
  name === 'package' ? 'test/station/package.test.ts' : RULES[name].file,
)
