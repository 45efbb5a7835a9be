/** Does what a plan says, and no more. */
import { spawn } from 'node:child_process'
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plan } from './plan.ts'

/** How long an installer may take before the app comes back without it. Milliseconds. */
const PATIENCE = 10 * 60 * 1000

/** Rejects where it did not go well; the app that runs is then still whole. */
export async function runPlan({ replaces, runs }: Plan, copy: string): Promise<void> {
  if (replaces !== null) await replaceInOneStep(copy, replaces)
  if (runs !== null) await runToItsEnd(runs.program, runs.args)
}

/** A power cut leaves the old program or the new one under that name, never half of one. */
async function replaceInOneStep(copy: string, place: string): Promise<void> {
  // Beside it: only within one file system is renaming one step.
  const beside = join(dirname(place), `.pledge-kiosk-${process.pid}.new`)
  try {
    await copyFile(copy, beside)
    await chmod(beside, 0o755)
    const file = await open(beside)
    await file.sync()
    await file.close()
    await rename(beside, place)
  } finally {
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
