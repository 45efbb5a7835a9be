import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { runPlan } from './run-plan.ts'

describe('doing what the plan says', () => {
  test('an AppImage is replaced in one step, can be run, and nothing is left beside it', async () => {
    const folder = tempFolder()
    const [copy, place] = [join(tempFolder(), 'copy'), join(folder, 'Pledge Kiosk.AppImage')]
    writeFileSync(copy, 'new', { mode: 0o600 })
    writeFileSync(place, 'old', { mode: 0o755 })
    await runPlan({ replaces: place, runs: null, startedBy: 'itself' }, copy)
    expect(readFileSync(place, 'utf8')).toBe('new')
    expect(statSync(place).mode & 0o777).toBe(0o755)
    expect(readdirSync(folder)).toEqual(['Pledge Kiosk.AppImage'])
  })

  test('where it cannot be replaced, the old one is there as it was', async () => {
    const folder = tempFolder()
    const place = join(folder, 'Pledge Kiosk.AppImage')
    writeFileSync(place, 'old')
    await expect(
      runPlan({ replaces: place, runs: null, startedBy: 'itself' }, join(folder, 'no-copy')),
    ).rejects.toThrow('ENOENT')
    // A folder stands where the program should be: the last step is the one that fails.
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true })
    writeFileSync(join(folder, 'copy'), 'new')
    await expect(
      runPlan({ replaces: join(folder, 'taken'), runs: null, startedBy: 'itself' }, join(folder, 'copy')),
    ).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(readFileSync(place, 'utf8')).toBe('old')
    expect(readdirSync(folder).toSorted()).toEqual(['Pledge Kiosk.AppImage', 'copy', 'taken'])
  })

  test('a program is waited for; its arguments are words and never commands', async () => {
    const folder = tempFolder()
    const program = join(folder, 'installer')
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/told"\n`)
    chmodSync(program, 0o755)
    const args = ['C:\\own\\a b.exe', '/S', '$(touch here)', '; rm -r /']
    await runPlan({ replaces: null, runs: { program, args }, startedBy: 'itself' }, '')
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe(`${args.join('\n')}\n`)
  })

  test('a program that is not there, or that ends badly, is a failure', async () => {
    const program = join(tempFolder(), 'installer')
    const plan = { replaces: null, runs: { program, args: [] }, startedBy: 'itself' as const }
    await expect(runPlan(plan, '')).rejects.toThrow('ENOENT')
    writeFileSync(program, '#!/bin/sh\nexit 126\n')
    chmodSync(program, 0o755)
    await expect(runPlan(plan, '')).rejects.toThrow('126')
  })
})
