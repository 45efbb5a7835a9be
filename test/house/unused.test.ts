/** No file, export, type or dependency lies about unused, and none is used that package.json does not name. */
import { expect, test } from 'vitest'
import { house, inHouseOf, runTool } from './tools.ts'

function findUnused(folder: string) {
  return runTool(folder, 'knip/bin/knip.js', '--no-progress')
}

test('knip finds nothing unused in this house', async () => {
  expect(await findUnused(house)).toEqual({ code: 0, output: '' })
})

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
