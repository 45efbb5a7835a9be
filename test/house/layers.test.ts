/** Who imports whom: the layers of docs/architecture.md hold, and each rule of .dependency-cruiser.mjs can fail. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

/** A house in which each file breaks one rule: the rule, the file, and what it must not import. */
const errors: { rule: string; file: string; imports: string }[] = [
  { rule: 'shared-imports-itself-zod-and-the-contract-builder', file: 'shared/node.ts', imports: 'node:fs' },
  { rule: 'shared-imports-itself-zod-and-the-contract-builder', file: 'shared/screen.ts', imports: 'react' },
  {
    rule: 'shared-imports-itself-zod-and-the-contract-builder',
    file: 'shared/station.ts',
    imports: '../electron/station/clock.ts',
  },
  {
    rule: 'renderer-imports-shared-and-browser-packages',
    file: 'renderer/station.ts',
    imports: '../electron/station/clock.ts',
  },
  { rule: 'renderer-imports-shared-and-browser-packages', file: 'renderer/files.ts', imports: 'node:fs' },
  { rule: 'renderer-imports-shared-and-browser-packages', file: 'renderer/server.ts', imports: '@orpc/server' },
  { rule: 'electron-imports-no-screens', file: 'electron/screen.ts', imports: '../renderer/station.ts' },
  { rule: 'station-knows-no-host', file: 'electron/station/shell.ts', imports: 'electron' },
  { rule: 'station-knows-no-host', file: 'electron/station/window.ts', imports: '../desktop/window.ts' },
  { rule: 'station-knows-no-host', file: 'electron/station/app/host.ts', imports: '../../serve/host.ts' },
  { rule: 'files-know-no-station', file: 'electron/files/csv.ts', imports: '../station/clock.ts' },
  { rule: 'files-know-no-station', file: 'electron/slices.ts', imports: './serve/host.ts' },
  { rule: 'transfer-knows-no-station', file: 'electron/transfer/bundle.ts', imports: '../station/clock.ts' },
  { rule: 'kernel-knows-no-capability', file: 'electron/station/kernel/up.ts', imports: '../pledges/index.ts' },
  { rule: 'kernel-knows-no-capability', file: 'electron/station/kernel/guard.ts', imports: '../app/kiosk.ts' },
  { rule: 'capabilities-know-no-app', file: 'electron/station/wall/calls.ts', imports: '../app/kiosk.ts' },
  {
    rule: 'folders-are-entered-through-their-index',
    file: 'electron/station/plan/reach.ts',
    imports: '../pledges/insides.ts',
  },
  {
    rule: 'folders-are-entered-through-their-index',
    file: 'electron/station/app/station.ts',
    imports: '../pledges/insides.ts',
  },
  {
    rule: 'folders-are-entered-through-their-index',
    file: 'electron/serve/reach.ts',
    imports: '../station/pledges/insides.ts',
  },
  {
    rule: 'folders-are-entered-through-their-index',
    file: 'electron/station/app/router.ts',
    imports: '../pledges/insides.ts',
  },
  {
    rule: 'folders-are-entered-through-their-index',
    file: 'electron/station/kernel/database/reach.ts',
    imports: '../journal/insides.ts',
  },
  {
    rule: 'folders-are-entered-through-their-index',
    file: 'electron/station/plan/write.ts',
    imports: '../kernel/journal/insides.ts',
  },
  { rule: 'components-know-no-duty', file: 'renderer/components/known.tsx', imports: '../duties/wall/wall.ts' },
  { rule: 'components-know-no-duty', file: 'renderer/words/known.ts', imports: '../duties/wall/wall.ts' },
  { rule: 'duties-know-no-other-duty', file: 'renderer/duties/staff/known.ts', imports: '../wall/wall.ts' },
  { rule: 'no-circular-imports', file: 'shared/one.ts', imports: './other.ts' },
  { rule: 'no-unresolved-imports', file: 'shared/lost.ts', imports: './nowhere.ts' },
  { rule: 'product-imports-no-tests', file: 'electron/station/tested.ts', imports: '../../test/support/helper.ts' },
]

/** What the faults reach for. */
const furniture = {
  'electron/station/clock.ts': 'export const clock = 1',
  'electron/station/pledges/insides.ts': 'export const insides = 1',
  'electron/station/pledges/index.ts': 'export const outside = 1',
  'electron/station/kernel/journal/insides.ts': 'export const insides = 1',
  'electron/station/app/kiosk.ts': 'export const kiosk = 1',
  'renderer/duties/wall/wall.ts': 'export const wall = 1',
  'electron/desktop/window.ts': 'export const window = 1',
  'electron/serve/host.ts': 'export const host = 1',
  'shared/other.ts': `import './one.ts'`,
  'test/support/helper.ts': 'export const helper = 1',
}

/** A house as it should be: each kind of import that is allowed. */
const sound = {
  'shared/domain/pledge.ts': `import { z } from 'zod'\nexport const pledge = z.object({})`,
  'shared/contract/pledges.ts': `import { oc } from '@orpc/contract'\nimport { pledge } from '../domain/pledge.ts'\nexport const make = oc.input(pledge)`,
  'renderer/app.tsx': `import { useState } from 'react'\nimport { make } from '../shared/contract/pledges.ts'\nexport const app = [useState, make]`,
  'electron/station/kernel/journal/index.ts': `export { append } from './append.ts'`,
  'electron/station/kernel/journal/append.ts': `import Database from 'better-sqlite3'\nexport const append = Database`,
  'electron/station/pledges/index.ts': `export { make } from './calls/make.ts'`,
  'electron/station/pledges/calls/make.ts': `import { append } from '../../kernel/journal/index.ts'\nimport { name } from '../names.ts'\nexport const make = [append, name]`,
  'electron/station/pledges/names.ts': `export const name = 'pledges'`,
  'electron/station/plan/calls.ts': `export const calls = 1`,
  'electron/station/app/router.ts': `import { calls } from '../plan/calls.ts'\nexport const router = calls`,
  'electron/station/app/station.ts': `import { make } from '../pledges/index.ts'\nimport { rows } from '../../files/tables/index.ts'\nexport const station = [make, rows]`,
  'electron/slices.ts': `export const slice = 1`,
  'electron/files/tables/index.ts': `import { slice } from '../../slices.ts'\nexport const rows = slice`,
  'renderer/words/times.ts': `export const time = 1`,
  'renderer/components/clock.tsx': `import { time } from '../words/times.ts'\nexport const clock = time`,
  'renderer/duties/wall/wall.tsx': `import { clock } from '../../components/clock.tsx'\nexport const wall = clock`,
  'electron/serve/host.ts': `import { station } from '../station/app/station.ts'\nexport const host = station`,
  'test/station/kill.test.ts': `import { host } from '../../electron/serve/host.ts'\nexport const kill = host`,
}

function checkLayers(folder: string) {
  const folders = ['shared', 'electron', 'renderer', 'test']
  return runTool(folder, 'dependency-cruiser/bin/dependency-cruiser.mjs', '--output-type', 'err', ...folders)
}

describe('layers', () => {
  test('this house keeps them', async () => {
    const { code, output } = await checkLayers(house)
    expect(output).toMatch(/no dependency violations found \(\d{2,} modules/)
    expect(code).toBe(0)
  })

  inSpoiledHouses('layers', () => {
    test('every import that the drawing allows passes', async () => {
      const { code, output } = await inHouseOf(sound, checkLayers)
      expect(output).toContain('no dependency violations found')
      expect(code).toBe(0)
    })

    describe('in a house of faults', () => {
      let output: string
      beforeAll(async () => {
        const files = Object.fromEntries(errors.map(({ file, imports }) => [file, `import '${imports}'`]))
        output = (await inHouseOf({ ...files, ...furniture }, checkLayers)).output
      })

      test.each(errors)('$rule: $file must not import $imports', ({ rule, file }) => {
        expect(output).toContain(`error ${rule}: ${file} `)
      })
    })
  })
})
