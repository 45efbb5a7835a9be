/** The linter, with its rules that need types, finds nothing; and each rule the house counts on can find something. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inSpoiledHouses } from './spoiled.ts'
import { house, inHouseOf, runTool } from './tools.ts'

/** A house of faults, one a file: the rule that must speak, the file, and its text. */
const errors: { rule: string; file: string; text: string }[] = [
  { rule: 'typescript(no-explicit-any)', file: 'shared/any.ts', text: 'export const pick = (from: any) => from.name' },
  { rule: 'typescript(no-unsafe-return)', file: 'shared/unsafe.ts', text: 'export const read = () => JSON.parse("1")' },
  {
    rule: 'typescript(no-non-null-assertion)',
    file: 'shared/non-null.ts',
    text: 'export const first = (names: string[]) => names[0]!.length',
  },
  {
    rule: 'typescript(no-floating-promises)',
    file: 'electron/floating.ts',
    text: 'export function save() {\n  Promise.resolve(1)\n}',
  },
  {
    rule: 'typescript(no-misused-promises)',
    file: 'electron/misused.ts',
    text: 'export const saved = async () => true\nexport const state = () => (saved ? 1 : 2)\nif (saved()) state()',
  },
  {
    rule: 'typescript(switch-exhaustiveness-check)',
    file: 'shared/switch.ts',
    text: `export function label(role: 'steward' | 'organiser') {
  switch (role) {
    case 'steward':
      return 'At the door'
  }
  return 'In charge'
}`,
  },
  { rule: 'import(no-default-export)', file: 'shared/default.ts', text: 'export default 1' },
  { rule: 'eslint(no-unused-vars)', file: 'shared/unused.ts', text: 'const left = 1\nexport const right = 2' },
  { rule: 'unicorn(filename-case)', file: 'shared/EventPack.ts', text: 'export const pack = 1' },
  { rule: 'eslint(no-console)', file: 'electron/station/console.ts', text: 'console.log("signed in")' },
  {
    rule: 'eslint(no-restricted-imports)',
    file: 'electron/station/calls.ts',
    text: `import { ORPCError } from '@orpc/server'\nexport const refuse = () => new ORPCError('NOT_FOUND', { status: 410 })`,
  },
  {
    rule: 'react-hooks(rules-of-hooks)',
    file: 'renderer/hooks.tsx',
    text: `import { useState } from 'react'
export function Name(props: { shown: boolean }) {
  if (!props.shown) return null
  const [name] = useState('')
  return <p>{name}</p>
}`,
  },
  {
    rule: 'react-hooks(exhaustive-deps)',
    file: 'renderer/effect.tsx',
    text: `import { useEffect } from 'react'
export function Title(props: { title: string }) {
  useEffect(() => {
    document.title = props.title
  }, [])
  return <p>{props.title}</p>
}`,
  },
  { rule: 'jsx-a11y(alt-text)', file: 'renderer/image.tsx', text: 'export const Tree = () => <img src="/tree.svg" />' },
  {
    rule: 'react(button-has-type)',
    file: 'renderer/button.tsx',
    text: 'export const Next = () => <button>Next</button>',
  },
  {
    rule: 'eslint(no-restricted-imports)',
    file: 'shared/chance.test.ts',
    text: `import fc from 'fast-check'\nimport { test } from 'vitest'\ntest('any', () => fc.assert(fc.property(fc.nat(), (n) => n >= 0)))`,
  },
  {
    rule: 'eslint(no-restricted-properties)',
    file: 'renderer/clock.ts',
    text: `export const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })`,
  },
  {
    rule: 'vitest(no-focused-tests)',
    file: 'shared/focused.test.ts',
    text: `import { expect, test } from 'vitest'\ntest.only('signs in', () => expect(1).toBe(1))`,
  },
]

function lint(folder: string) {
  return runTool(folder, 'oxlint/bin/oxlint', '--format', 'unix')
}

describe('lint', () => {
  test('the linter finds nothing in this house', async () => {
    const { code, output } = await lint(house)
    expect(output).not.toMatch(/\[(Error|Warning)/)
    expect(code).toBe(0)
  })

  inSpoiledHouses('lint', () => {
    test('a sound file passes, so it is the faults below that fail', async () => {
      const text = 'export const double = (count: number): number => count * 2\n'
      expect((await inHouseOf({ 'shared/double.ts': text }, lint)).code).toBe(0)
    })

    test('a comment that silences nothing is an error, or it would outlive its reason', async () => {
      const text = '// oxlint-disable-next-line no-console\nexport const name = 1\n'
      expect(await inHouseOf({ 'shared/silence.ts': text }, lint)).toMatchObject({
        code: 1,
        output: expect.stringContaining('Unused oxlint-disable directive'),
      })
    })

    describe('in a house of faults', () => {
      let lines: string[]
      beforeAll(async () => {
        const files = Object.fromEntries(errors.map(({ file, text }) => [file, `${text}\n`]))
        lines = (await inHouseOf(files, lint)).output.split('\n')
      })

      test.each(errors)('$rule is an error in $file', ({ rule, file }) => {
        expect(lines.filter((line) => line.startsWith(`${file}:`)).join('\n')).toContain(`[Error/${rule}]`)
      })
    })
  })
})
