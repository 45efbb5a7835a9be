/** Every file is laid out by the formatter, so that a change shows only what changed. */
import { expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

function checkFormat(folder: string) {
  return runTool(folder, 'oxfmt/bin/oxfmt', '--check')
}

test('the formatter would change nothing in this house', async () => {
  const { code, output } = await checkFormat(house)
  expect(output).toContain('All matched files use the correct format')
  expect(code).toBe(0)
})

inSpoiledHouses('format', () => {
  test('semicolons and double quotes are noticed, and the file is named', async () => {
    const { code, output } = await inHouseOf({ 'shared/a.ts': 'export const a = "b";\n' }, checkFormat)
    expect(code).not.toBe(0)
    expect(output).toContain('shared/a.ts')
  })
})
