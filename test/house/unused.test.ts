/** No file, export, type or dependency lies about unused, none is there for tests only, and none is used that package.json does not name. */
import { expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

function findUnused(folder: string) {
  return runTool(folder, 'knip/bin/knip.js', '--no-progress')
}

/** Looks at the product alone: what only tests use is unused. */
function findUnusedInProduct(folder: string) {
  return runTool(folder, 'knip/bin/knip.js', '--no-progress', '--production')
}

test('knip finds nothing unused in this house', async () => {
  expect(await findUnused(house)).toEqual({ code: 0, output: '' })
})

test('knip finds nothing in this product that is there for tests only', async () => {
  expect(await findUnusedInProduct(house)).toEqual({ code: 0, output: '' })
})

inSpoiledHouses('unused', () => {
  test('in a house of leftovers it finds the file, the export, the type and the packages', async () => {
    const leftovers = {
      'electron/start.ts': `import { open } from './station.ts'\nimport 'not-in-package-json'\nopen()\n`,
      'electron/station.ts': `export const open = () => 1\nexport const close = () => 2\nexport type Door = 1\n`,
      'electron/forgotten.ts': `export const forgotten = 1\n`,
    }
    const { code, output } = await inHouseOf(leftovers, findUnused)
    expect(code).not.toBe(0)
    expect(output).toMatch(/Unused files[^]*electron\/forgotten\.ts/)
    expect(output).toMatch(/Unused exports[^]*close .*electron\/station\.ts/)
    expect(output).toMatch(/Unused exported types[^]*Door .*electron\/station\.ts/)
    expect(output).toMatch(/Unused devDependencies[^]*papaparse/)
    expect(output).toMatch(/Unlisted dependencies[^]*not-in-package-json/)
  })

  test('in a house where tests use what the product does not, it finds the file and the exports, also one the file itself uses', async () => {
    const testsOnly = {
      'electron/start.ts': `import { open } from './station.ts'\nopen()\n`,
      'electron/station.ts': `export const wide = () => 1\nexport const open = () => wide()\nexport const close = () => 2\n`,
      'electron/carried.ts': `export const carried = 1\n`,
      'electron/station.test.ts': `import { carried } from './carried.ts'\nimport { close, open, wide } from './station.ts'\nopen(), close(), wide(), carried\n`,
      'vitest.config.ts': `export default { test: { include: ['{shared,electron,renderer}/**/*.test.ts'] } }\n`,
    }
    const { code, output } = await inHouseOf(testsOnly, findUnusedInProduct)
    expect(code).not.toBe(0)
    expect(output).toMatch(/Unused files[^]*electron\/carried\.ts/)
    expect(output).toMatch(/Unused exports[^]*close .*electron\/station\.ts/)
    expect(output).toMatch(/Unused exports[^]*wide .*electron\/station\.ts/)
    expect(output).not.toContain('station.test.ts')
    // Looking at everything, it finds none of them.
    const { output: everything } = await inHouseOf(testsOnly, findUnused)
    expect(everything).not.toMatch(/carried\.ts|station\.ts/)
  })
})
