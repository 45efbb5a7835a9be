/** Newer versions of the app: looks for one on a stick or a server when staff ask, and installs what was checked once the station is closed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { UpdateLook, UpdateStart } from '../../../shared/contract/updates.ts'
import { canBeUpdated, type Installation } from './installation.ts'
import { lookAt, onStick, type Place, type Stick } from './look.ts'
import { type InstallerFile, readPublicKey } from './manifest.ts'
import { type OpenFile, openPlainFile } from './plain-file.ts'
import { type Plan, planInstall } from './plan.ts'
import { runPlan } from './run-plan.ts'
import { copyPath, type FreeRoom, isStillRight } from './take-copy.ts'

type UpdatesDeps = {
  /** The public key of whoever makes the versions that IT trusts; null where IT trusts nobody’s. */
  key: string | null
  sticks: () => Promise<readonly Stick[]>
  /** The server that is asked when staff look; null where no network is ever asked anything. */
  server: (() => Promise<Place>) | null
  /** The version that runs. */
  running: string
  platform: NodeJS.Platform
  arch: string
  installation: Installation
  /** A folder of the app’s own, which is made where there is none. */
  folder: string
  /** Where Windows is. */
  systemRoot: string
  /** Closes the station, does this, and ends the app. */
  closeFor: (last: () => Promise<void>) => void
  /** Starts the app again. */
  again: () => void
  /** Ends the app; somebody else starts it again. */
  end: () => void
  log: (event: string, outcome?: string) => void
  openFile?: OpenFile
  free?: FreeRoom
  run?: (plan: Plan) => Promise<void>
}

const attemptSchema = z.object({ version: z.string() })

export function createUpdates({
  closeFor,
  again,
  end,
  log,
  openFile = openPlainFile,
  run = runPlan,
  ...deps
}: UpdatesDeps) {
  const key = deps.key === null ? null : readPublicKey(deps.key)
  const { installation, running, folder } = deps
  const copies = join(folder, 'checked')
  const attempt = join(folder, 'attempt.json')
  const last = takeLast(attempt, running)
  if (last !== null) log('update', last.installed ? 'installed' : 'not installed')
  let offered: { file: InstallerFile; version: string } | null = null

  const forgetCopies = (): void => {
    offered = null
    try {
      rmSync(copies, { recursive: true, force: true })
    } catch {
      // The installer on Windows still runs from there; the next look takes it away.
    }
  }
  forgetCopies()

  const found = async (): Promise<UpdateLook['found']> => {
    forgetCopies()
    if (!canBeUpdated(installation)) return { code: installation.kind }
    if (key === null) return { code: 'no-update', online: false }
    const places = (await deps.sticks()).map((stick) => onStick(stick, openFile))
    if (deps.server !== null) places.push(await deps.server())
    const looked = await lookAt(places, { ...deps, key, installation, folder: copies })
    if (looked.found.code === 'offered' && looked.file !== null)
      offered = { file: looked.file, version: looked.found.version }
    log('update looked for', looked.found.code)
    return looked.found
  }
  let looking: Promise<UpdateLook['found']> | null = null

  return {
    /** Two screens that look at once share one look, so that neither takes the other’s copy away. */
    async look(): Promise<UpdateLook> {
      looking ??= found().finally(() => void (looking = null))
      return { current: running, last, found: await looking }
    },
    async install(id: string): Promise<UpdateStart> {
      const taken = offered
      if (taken?.file.sha256 !== id || !canBeUpdated(installation)) return { code: 'gone' }
      const copy = copyPath(copies, taken.file)
      const plan = planInstall({ installation, copy, file: taken.file, systemRoot: deps.systemRoot })
      // So that staff hear of it here. Closing takes a while: what is done then looks at the copy again.
      if (!(await isStillRight(copy, taken.file))) {
        forgetCopies()
        return { code: 'gone' }
      }
      // Once: a second press finds nothing to install.
      offered = null
      log('update', 'begins')
      closeFor(async () => {
        note(attempt, taken.version)
        try {
          await run(plan)
          if (plan.startedBy !== 'itself') return end()
        } catch {
          log('update', 'failed')
        }
        again()
      })
      return { code: 'installing' }
    },
  }
}

function note(file: string, version: string): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify({ version }), { mode: 0o600 })
  } catch {
    // Then the next start does not know that it comes after one, and says nothing of it.
  }
}

/** What was tried before this start, told once. */
function takeLast(file: string, running: string): UpdateLook['last'] {
  if (!existsSync(file)) return null
  try {
    const { version } = attemptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    rmSync(file)
    return { version, installed: version === running }
  } catch {
    return null
  }
}
