/** Does what a plan says, and no more. */
import { spawn } from 'node:child_process'
import { chmod, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openPlainFile } from './plain-file.ts'
import type { Plan, Replacement } from './plan.ts'
import { writeChecked } from './take-copy.ts'

/** How long an installer may take before the app comes back without it. Milliseconds. */
const PATIENCE = 10 * 60 * 1000

/** Rejects where it did not go well; the app that runs is then still whole. */
export async function runPlan({ replaces, runs }: Plan): Promise<void> {
  if (replaces !== null) await replaceInOneStep(replaces)
  for (const { program, args } of runs) await runToItsEnd(program, args)
}

/** A power cut leaves the old program or the new one under that name, never half of one. */
async function replaceInOneStep({ place, by, file }: Replacement): Promise<void> {
  // Beside it: only within one file system is renaming one step.
  const beside = join(dirname(place), `.pledge-kiosk-${process.pid}.new`)
  const copy = await openPlainFile(by)
  if (copy === null) throw new Error('The copy is gone')
  try {
    await rm(beside, { force: true })
    // The copy has lain there for a while. What gets the program’s name is what is hashed now, and not what is read again later.
    if (!(await writeChecked(copy, beside, file))) throw new Error('The copy was changed')
    await chmod(beside, 0o755)
    await rename(beside, place)
  } finally {
    await copy.close()
    await rm(beside, { force: true })
  }
}

/** Without a shell: no name is ever read as a command. */
function runToItsEnd(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', windowsHide: true, timeout: PATIENCE })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The installer ended with ${code}`))
    })
  })
}
