import { createHash } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import type { Plan } from './plan.ts'
import { runPlan } from './run-plan.ts'

/** What the signed list said of a file with these contents. */
const signed = (contents: string) => ({
  size: contents.length,
  sha256: createHash('sha256').update(contents).digest('hex'),
})
const replacing = (place: string, by: string, contents = 'new'): Plan => ({
  replaces: { place, by, file: signed(contents) },
  runs: [],
  startedBy: 'itself',
})
const running = (...runs: Plan['runs']): Plan => ({ replaces: null, runs, startedBy: 'itself' })

describe('doing what the plan says', () => {
  test('an AppImage is replaced in one step, can be run, and nothing is left beside it', async () => {
    const folder = tempFolder()
    const [copy, place] = [join(tempFolder(), 'copy'), join(folder, 'Pledge Kiosk.AppImage')]
    writeFileSync(copy, 'new', { mode: 0o600 })
    writeFileSync(place, 'old', { mode: 0o755 })
    await runPlan(replacing(place, copy))
    expect(readFileSync(place, 'utf8')).toBe('new')
    expect(statSync(place).mode & 0o777).toBe(0o755)
    expect(readdirSync(folder)).toEqual(['Pledge Kiosk.AppImage'])
  })

  test('a copy that is not what was signed any more never has the name of the program, whatever became of it', async () => {
    for (const contents of ['now', 'newer', 'ne', '']) {
      const folder = tempFolder()
      const [copy, place] = [join(tempFolder(), 'copy'), join(folder, 'Pledge Kiosk.AppImage')]
      writeFileSync(copy, contents)
      writeFileSync(place, 'old')
      await expect(runPlan(replacing(place, copy))).rejects.toThrow('The copy was changed')
      // Also where it is a link to the very same bytes: they may be other bytes a moment later.
      symlinkSync(copy, `${copy}.link`)
      await expect(runPlan(replacing(place, `${copy}.link`, contents))).rejects.toThrow('The copy is gone')
      expect(readFileSync(place, 'utf8')).toBe('old')
      expect(readdirSync(folder)).toEqual(['Pledge Kiosk.AppImage'])
    }
  })

  test('a link that lies where the new program is written is not written through', async () => {
    const folder = tempFolder()
    const [copy, place, theirs] = [join(tempFolder(), 'copy'), join(folder, 'Pledge Kiosk.AppImage'), join(folder, 'a')]
    writeFileSync(copy, 'new')
    writeFileSync(theirs, 'a file of somebody else')
    symlinkSync(theirs, join(folder, `.pledge-kiosk-${process.pid}.new`))
    await runPlan(replacing(place, copy))
    expect(lstatSync(place).isFile()).toBe(true)
    expect([readFileSync(place, 'utf8'), readFileSync(theirs, 'utf8')]).toEqual(['new', 'a file of somebody else'])
  })

  test('where it cannot be replaced, the old one is there as it was', async () => {
    const folder = tempFolder()
    const place = join(folder, 'Pledge Kiosk.AppImage')
    writeFileSync(place, 'old')
    await expect(runPlan(replacing(place, join(folder, 'no-copy')))).rejects.toThrow('The copy is gone')
    // A folder stands where the program should be: the last step is the one that fails.
    mkdirSync(join(folder, 'taken', 'inside'), { recursive: true })
    writeFileSync(join(folder, 'copy'), 'new')
    await expect(runPlan(replacing(join(folder, 'taken'), join(folder, 'copy')))).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EEXIST/,
    )
    expect(readFileSync(place, 'utf8')).toBe('old')
    expect(readdirSync(folder).toSorted()).toEqual(['Pledge Kiosk.AppImage', 'copy', 'taken'])
  })

  test('programs are waited for, one after the other; their arguments are words and never commands', async () => {
    const folder = tempFolder()
    const program = join(folder, 'installer')
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" >> "${folder}/told"\n`)
    chmodSync(program, 0o755)
    const args = ['C:\\own\\a b.exe', '/S', '$(touch here)', '; rm -r /']
    await runPlan(running({ program, args }, { program, args: ['and then'] }))
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe(`${args.join('\n')}\nand then\n`)
  })

  test('a program that is not there, or that ends badly, is a failure, and what comes after it is not run', async () => {
    const folder = tempFolder()
    const [program, after] = [join(folder, 'installer'), join(folder, 'after')]
    writeFileSync(after, `#!/bin/sh\ntouch "${folder}/was-run"\n`)
    chmodSync(after, 0o755)
    const plan = running({ program, args: [] }, { program: after, args: [] })
    await expect(runPlan(plan)).rejects.toThrow('ENOENT')
    writeFileSync(program, '#!/bin/sh\nexit 126\n')
    chmodSync(program, 0o755)
    await expect(runPlan(plan)).rejects.toThrow('126')
    expect(readdirSync(folder).toSorted()).toEqual(['after', 'installer'])
  })
})
