/** What a host opens: the real station in its folder, the rehearsal beside it, and the one that screens are shown now. */
import { existsSync } from 'node:fs'
import type { ChangeKind, SetUpInput, StationState } from '../../shared/contract/station.ts'
import type { EventPack } from '../../shared/domain/event-pack.ts'
import { databasePath, listBackups, refusalOf, type StorageRefused } from './database/index.ts'
import { createPackShelf } from './event/index.ts'
import { restoreBackup } from './restore.ts'
import { Screen } from './screen.ts'
import { openStation, rehearseIn, type Station, type StationDeps } from './station.ts'
import { type SupportFile, supportBundle } from './support.ts'

/** What only whoever opens a kiosk can do for it. A browser tab can do none of it. */
type Host = {
  /** Closes the app; null where it is not locked, and anybody may close it. */
  leave: (() => void) | null
  /** What is kept for those who are asked for help: nothing of it names a person. Null where nothing is kept. */
  support: (() => SupportFile[]) | null
}

const NO_HOST: Host = { leave: null, support: null }

type LogLine = { call: string; outcome: string; ms: number }

export type KioskDeps = StationDeps & {
  /** The folder that holds `event-packs/`. */
  resources: string
  /** Hears how each call went: its name, outcome and time, never what was in it. */
  log?: (line: LogLine) => void
  host?: Host
}

export type Kiosk = ReturnType<typeof openKiosk>

/** Enough that every screen has something to show. */
const CROWD = { delegates: 248, pledges: 142, actions: 57, seed: 1 }

const BACKUP_EVERY = 15 * 60 * 1000

/** A rehearsal's data lies beside the real data, never inside it; each event's in a folder of its own. */
export const rehearsalFolder = (folder: string, event: string): string =>
  `${folder.replace(/[/\\]+$/, '')}-rehearsal-${event}`

/** Opens a kiosk on a data folder. Never throws for data it cannot open: the screens then say why, and offer a backup. */
export function openKiosk(folder: string, { resources, log = () => undefined, host = NO_HOST, ...deps }: KioskDeps) {
  const now = deps.now ?? Date.now
  const packs = createPackShelf(resources)
  const listeners = new Set<(changes: ReadonlySet<ChangeKind>) => void>()
  const tell = (changes: ReadonlySet<ChangeKind>) => {
    for (const listener of listeners) listener(changes)
  }
  const watch = (station: Station): Station => {
    station.journal.onCommit(({ changes }) => tell(changes))
    return station
  }

  let queue: Promise<unknown> = Promise.resolve()
  /** Two presses of one button must not set up, or fill, the same folder side by side. */
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }
  /** False also for a rehearsal whose filling was cut off before it was set up. */
  const isFilled = (beside: string): boolean => {
    if (!existsSync(databasePath(beside))) return false
    const station = openStation(beside, deps)
    const filled = station.isSetUp()
    station.close()
    return filled
  }

  let refused: StorageRefused | null = null
  let real: Station | null = null
  let rehearsal: Station | null = null
  let findings: string[] = []

  const openReal = (): void => {
    try {
      real = watch(openStation(folder, deps))
      refused = null
      if (!real.endedWell || real.isSetUp()) lookThrough(real)
    } catch (error) {
      refused = refusalOf(error)
      if (refused === null) throw error
    }
  }

  /** The thorough check, a piece at a time between calls. */
  const lookThrough = (station: Station): void => {
    const steps = station.checkInPieces()
    const step = (): void => {
      if (real !== station) return
      try {
        const next = steps.next()
        if (next.done !== true) {
          setTimeout(step, 5).unref()
          return
        }
        findings = next.value
      } catch (error) {
        findings = [error instanceof Error ? error.message : 'The check could not be finished.']
      }
      log({ call: 'background-check', outcome: findings.length === 0 ? 'ok' : `FOUND ${findings.length}`, ms: 0 })
      if (findings.length > 0) tell(new Set(['station']))
    }
    setTimeout(step, 50).unref()
  }

  /** Nobody leaves with the PIN of a rehearsal, which everybody knows, nor where there is a PIN that cannot be asked. */
  const whyNotLeave = (): 'not-locked' | 'no-station' | 'rehearsal' | null => {
    if (host.leave === null) return 'not-locked'
    if (real === null) return 'no-station'
    return rehearsal !== null && real.isSetUp() ? 'rehearsal' : null
  }

  openReal()
  let backedUp = real === null ? 0 : factsOf(real)
  const timer = setInterval(() => {
    if (real === null || !real.isSetUp() || factsOf(real) === backedUp) return
    try {
      real.backup()
      backedUp = factsOf(real)
    } catch (error) {
      log({ call: 'backup', outcome: `FAILED ${error instanceof Error ? error.name : ''}`, ms: 0 })
    }
  }, BACKUP_EVERY)
  timer.unref()

  return {
    packs,
    log,
    createScreen: () => new Screen(now, () => rehearsal ?? real),
    /** The station that screens are shown, once it is set up; null before, and where it could not be opened. */
    station(): Station | null {
      const current = rehearsal ?? real
      return current?.isSetUp() === true ? current : null
    },
    state(screen: Screen): StationState {
      const current = rehearsal ?? real
      if (current === null) {
        const why = refused
        return {
          phase: 'refused',
          refused:
            why === null
              ? null
              : { code: why.code, sentence: why.sentence, todo: why.todo, backups: listBackups(folder) },
          rehearsal: false,
          findings: [],
          station: null,
          role: 'delegate',
          host: { canLeave: false, keepsLog: host.support !== null },
        }
      }
      const setUp = current.isSetUp()
      return {
        phase: setUp ? 'ready' : 'new',
        refused: null,
        rehearsal: current.currentEvent()?.rehearsal ?? false,
        findings: rehearsal === null ? findings.slice(0, 5) : [],
        station: setUp ? current.described() : null,
        role: setUp ? screen.role(current.baseRole()) : 'delegate',
        host: { canLeave: host.leave !== null && whyNotLeave() === null, keepsLog: host.support !== null },
      }
    },
    host,
    whyNotLeave,
    /** Everything that helps to see what is wrong with this tablet, in one ZIP file. */
    support: (): File =>
      supportBundle({
        real,
        refused: refused?.code ?? null,
        backups: listBackups(folder),
        files: host.support?.() ?? [],
        now: now(),
      }),
    /** False where the station had been set up already; then nothing was changed. */
    setUp: (given: Omit<SetUpInput, 'pack'> & { pack: EventPack }): Promise<boolean> =>
      oneAtATime(async () => {
        if (real === null || real.isSetUp()) return false
        await real.setUp({ ...given, rehearsal: false })
        return true
      }),
    /** Opens the rehearsal of this pack, or else of this tablet's event or the one at the NEC, and fills it the first time. */
    async startRehearsal(chosen: EventPack | null): Promise<void> {
      await oneAtATime(async () => {
        if (rehearsal !== null) return
        const pack =
          chosen ??
          real?.currentEvent()?.pack ??
          packs.shipped().find((one) => one.code === 'NEC') ??
          packs.shipped()[0]
        if (pack === undefined) throw new Error('No event pack ships with this app')
        const beside = rehearsalFolder(folder, pack.id)
        if (!isFilled(beside)) await rehearseIn(beside, { pack, ...CROWD, now: now() }, deps)
        rehearsal = watch(openStation(beside, deps))
      })
      tell(new Set(['station', 'delegates', 'attendance', 'pledges', 'actions', 'ideas', 'drafts']))
    },
    leaveRehearsal(): void {
      rehearsal?.close()
      rehearsal = null
      tell(new Set(['station', 'delegates', 'attendance', 'pledges', 'actions', 'ideas', 'drafts']))
    },
    /** Starts again from a backup; null where the data is sound and nothing needs putting back. */
    restore(backup: string): string | null {
      if (real !== null) return null
      const keptIn = restoreBackup(folder, backup, now(), deps.keeper)
      openReal()
      tell(new Set(['station']))
      return keptIn
    },
    /** What changes, as it changes, until `signal` says that nobody listens any more. */
    async *changes(signal?: AbortSignal): AsyncGenerator<ChangeKind[]> {
      let waiting = new Set<ChangeKind>()
      let wake: () => void = () => undefined
      const hear = (changes: ReadonlySet<ChangeKind>) => {
        waiting = new Set([...waiting, ...changes])
        wake()
      }
      const stop = () => wake()
      listeners.add(hear)
      signal?.addEventListener('abort', stop)
      try {
        while (signal?.aborted !== true) {
          if (waiting.size > 0) {
            const changes = [...waiting]
            waiting = new Set()
            yield changes
          } else await new Promise<void>((resolve) => void (wake = resolve))
        }
      } finally {
        listeners.delete(hear)
        signal?.removeEventListener('abort', stop)
      }
    },
    close(): void {
      clearInterval(timer)
      rehearsal?.close()
      real?.close()
      rehearsal = null
      real = null
    },
  }
}

const factsOf = (station: Station): number => station.journal.facts.count()
