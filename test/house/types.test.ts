/** The whole house type-checks; shared/ without the browser's or Node's types, the screens without Node's. */
import { describe, expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

/** Every project of the type checker, with a house of faults: one line a file, and the code it must be refused with. */
const projects = [
  {
    project: 'tsconfig.json',
    errors: [
      { file: 'electron/count.ts', line: 'export const first: string = [1][0]', code: 'TS2322' },
      { file: 'electron/maybe.ts', line: 'export const first = (names: string[]) => names[0].length', code: 'TS2532' },
      { file: 'electron/stage.ts', line: 'export enum Stage { Open }', code: 'TS1294' },
    ],
  },
  {
    project: 'shared/tsconfig.json',
    errors: [
      { file: 'shared/page.ts', line: 'document.title = "Hall"', code: 'TS2584' },
      { file: 'shared/file.ts', line: 'import { readFileSync } from "node:fs"; readFileSync("a")', code: 'TS2591' },
      { file: 'shared/run.ts', line: 'process.exit()', code: 'TS2591' },
    ],
  },
  {
    project: 'test/house/tsconfig.renderer.json',
    errors: [{ file: 'renderer/bytes.ts', line: 'Buffer.from("a")', code: 'TS2591' }],
  },
]

function checkTypes(folder: string, project: string) {
  // One checker a run: several would each work out the same types again, and two runs already fill two cores.
  return runTool(
    folder,
    'typescript7/bin/tsc',
    '--noEmit',
    '--pretty',
    'false',
    '--checkers',
    '1',
    '--project',
    project,
  )
}

describe('types', () => {
  test.each(projects)('$project finds nothing wrong in this house', async ({ project }) => {
    expect(await checkTypes(house, project)).toEqual({ code: 0, output: '' })
  })

  inSpoiledHouses('types', () => {
    test.each(projects)('$project refuses each fault in a house of faults', async ({ project, errors }) => {
      const files = Object.fromEntries(errors.map(({ file, line }) => [file, `${line}\n`]))
      const { code, output } = await inHouseOf(files, (folder) => checkTypes(folder, project))
      expect(code).not.toBe(0)
      const found = output.split('\n')
      for (const error of errors) {
        const about = found.filter((line) => line.startsWith(`${error.file}(`))
        expect(about.join('\n'), error.line).toContain(error.code)
      }
    })

    test('shared/ may use zod and the contract builder', async () => {
      const sound = `import { oc } from '@orpc/contract'\nimport { z } from 'zod'\nexport const call = oc.input(z.string())\n`
      const outcome = await inHouseOf({ 'shared/call.ts': sound }, (folder) =>
        checkTypes(folder, 'shared/tsconfig.json'),
      )
      expect(outcome).toEqual({ code: 0, output: '' })
    })
  })
})
