/** What every source file owes its reader: a first sentence on what it is for, and no state of its own. */
import { describe, expect, test } from 'vitest'
import { type HouseFile, lineAt, readHouse } from './house-files.ts'

/** They read files of their own kind, or what another program says; and the one place that reads what stands in a table. */
const NOT_OF_A_TABLE = new Set([
  'electron/station/kernel/database/own-json.ts',
  'electron/station/kernel/database/sealed-key.ts',
  'electron/files/drives/mac.ts',
  'electron/files/drives/windows.ts',
  'electron/station/app/tries.ts',
  'electron/station/rehearsal/phrases.ts',
])

/** The rules of the house that no tool knows, each as what must be there or must not be. */
const rules: { says: string; breaks: (text: string, path: string) => number | null }[] = [
  {
    says: 'opens with a sentence on what it is for',
    // A test stands beside the file it tests, and says in its stories what happens.
    breaks: (text, path) =>
      path.includes('.test.') || /^(#!.*\n)?(\/\*\*? ?\n? ?\*? ?\S|\/\/ \S)/.test(text) ? null : 0,
  },
  {
    says: 'keeps no state of its own: make it in a createX(deps)',
    breaks: (text, path) =>
      path.startsWith('test/') || path.includes('.test.') ? null : placeOf(text, /^(export )?(let|var) /m),
  },
  {
    says: 'expects words and values, not a snapshot',
    breaks: (text) => placeOf(text, /\.toMatch(Inline|File)?Snapshot\(/),
  },
  {
    says: 'imports with the extension of the file',
    breaks: (text) => placeOf(text, /\b(from|import) ['"]\.{1,2}\/[^'"\n]*(?<!\.(ts|tsx|css|json|svg|mjs|js))['"]/),
  },
  {
    says: 'reads what stands in its own tables with readWritten or jsonWritten: there, what is no JSON is damage',
    breaks: (text, path) =>
      /^electron\/station\/.*(?<!\.test)\.ts$/.test(path) && !NOT_OF_A_TABLE.has(path)
        ? placeOf(text, /\bJSON\.parse\(/)
        : null,
  },
]

function placeOf(text: string, pattern: RegExp): number | null {
  return pattern.exec(text)?.index ?? null
}

function findBroken(files: HouseFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    rules.flatMap(({ says, breaks }) => {
      const place = breaks(text, path)
      return place === null ? [] : [`${path}:${lineAt(text, place)} ${says}`]
    }),
  )
}

describe('source files', () => {
  test('all of them keep the rules', async () => {
    const files = await readHouse(/^((shared|electron|renderer|test)\/.*\.tsx?|[^/]*\.(ts|mjs))$/)
    expect(files.length).toBeGreaterThan(20)
    expect(findBroken(files)).toEqual([])
  })

  test('each rule can be broken', () => {
    const broken = [
      { path: 'shared/silent.ts', text: 'export const a = 1' },
      { path: 'electron/state.ts', text: '// Counts.\nlet count = 0' },
      { path: 'renderer/page.test.tsx', text: ['// Page.\nexpect(1)', 'toMatchSnapshot()'].join('.') },
      { path: 'shared/lost.ts', text: ['// Lost.\nimport { fact } from ', './fact', ''].join(`'`) },
      { path: 'electron/station/trail.ts', text: '// Trail.\nexport const trail = JSON.parse(row)' },
    ]
    expect(findBroken(broken)).toEqual([
      'shared/silent.ts:1 opens with a sentence on what it is for',
      'electron/state.ts:2 keeps no state of its own: make it in a createX(deps)',
      'renderer/page.test.tsx:2 expects words and values, not a snapshot',
      'shared/lost.ts:2 imports with the extension of the file',
      'electron/station/trail.ts:2 reads what stands in its own tables with readWritten or jsonWritten: there, what is no JSON is damage',
    ])
  })

  test('a file that keeps them passes', () => {
    const text = `/**\n * What a pledge is.\n */\nimport { z } from 'zod'\nimport { fact } from './fact.ts'\nexport const a = [z, fact]`
    expect(findBroken([{ path: 'shared/pledge.ts', text }])).toEqual([])
  })
})
