/** The styles keep to the scale: no length, letter or breakpoint of anybody's own; and each rule the house counts on can find something. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

const TOKENS = 'renderer/design/tokens.css'

/** A house of faults, one a file: what must be said, the file, and its text. */
const errors: { says: string; file: string; text: string }[] = [
  ...['gap: 4px 18px', 'padding-inline: 1.2rem', 'margin: -8px', 'top: 6px', 'border-radius: 5px'].map(
    (declaration, place) => ({
      says: 'declaration-property-unit-disallowed-list',
      file: `renderer/length-${place}.css`,
      text: `.door {\n  ${declaration};\n}`,
    }),
  ),
  {
    says: 'declaration-property-unit-disallowed-list',
    file: 'renderer/letters.css',
    text: '.door {\n  font-size: clamp(1.5rem, 3vw, 2rem);\n}',
  },
  {
    says: 'declaration-property-value-allowed-list',
    file: 'renderer/line-height.css',
    text: '.door {\n  line-height: 1.33;\n}',
  },
  {
    says: 'declaration-property-value-allowed-list',
    file: 'renderer/layer.css',
    text: '.door {\n  z-index: 99;\n}',
  },
  {
    says: 'declaration-property-value-allowed-list',
    file: 'renderer/weight.css',
    text: '.door {\n  font-weight: bold;\n}',
  },
  {
    says: 'media-feature-name-value-allowed-list',
    file: 'renderer/breakpoint.css',
    text: '@media (width <= 1100px) {\n  .door {\n    gap: 0;\n  }\n}',
  },
  {
    says: 'media-feature-name-value-allowed-list',
    file: 'renderer/low.css',
    text: '@media (820px >= height) {\n  .door {\n    gap: 0;\n  }\n}',
  },
  {
    says: 'media-feature-range-notation',
    file: 'renderer/range.css',
    text: '@media (max-width: 900px) {\n  .door {\n    gap: 0;\n  }\n}',
  },
  {
    says: 'no-duplicate-selectors',
    file: 'renderer/twice.css',
    text: '.door {\n  gap: 0;\n}\n.desk {\n  gap: 0;\n}\n.door {\n  color: inherit;\n}',
  },
  {
    says: 'no-unknown-custom-properties',
    file: 'renderer/token.css',
    text: '.door {\n  gap: var(--s-13);\n}',
  },
  {
    says: 'declaration-no-important',
    file: 'renderer/important.css',
    text: '.door {\n  gap: 0 !important;\n}',
  },
  {
    says: 'missing a description',
    file: 'renderer/no-reason.css',
    text: '.door {\n  /* stylelint-disable-next-line declaration-no-important */\n  gap: 0 !important;\n}',
  },
  {
    says: 'Needless disable',
    file: 'renderer/silence.css',
    text: '.door {\n  /* stylelint-disable-next-line declaration-no-important -- it was needed once */\n  gap: 0;\n}',
  },
]

function checkStyles(folder: string) {
  return runTool(folder, 'stylelint/bin/stylelint.mjs', '--formatter', 'unix', 'renderer/**/*.css')
}

test('the styles of this house keep to its scale', async () => {
  expect(await checkStyles(house)).toEqual({ code: 0, output: '' })
})

inSpoiledHouses('styles', () => {
  let tokens: string
  beforeAll(async () => {
    tokens = await readFile(join(house, TOKENS), 'utf8')
  })

  test('a sound file passes, so it is the faults below that fail', async () => {
    const text = '@media (width <= 900px) {\n  .door {\n    gap: var(--s-2);\n  }\n}\n'
    expect(await inHouseOf({ [TOKENS]: tokens, 'renderer/sound.css': text }, checkStyles)).toEqual({
      code: 0,
      output: '',
    })
  })

  describe('in a house of faults', () => {
    let lines: string[]
    beforeAll(async () => {
      const files = Object.fromEntries(errors.map(({ file, text }) => [file, `${text}\n`]))
      lines = (await inHouseOf({ [TOKENS]: tokens, ...files }, checkStyles)).output.split('\n')
    })

    test.each(errors)('$says, of $file', ({ says, file }) => {
      expect(lines.filter((line) => line.includes(`${file}:`)).join('\n')).toContain(says)
    })
  })
})
