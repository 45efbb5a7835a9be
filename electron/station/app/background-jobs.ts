/** What a kiosk does by itself: it backs up, looks through what is written, hears what other programs write, clears away what was taken out, and watches its tablet. */
import type { ChangeKind } from '../../../shared/contract/station.ts'
import { storageErrorOf, type StorageError } from '../kernel/database/index.ts'
import { EVERYTHING } from '../kernel/change-feed.ts'
import type { Station } from './station.ts'
import { createWarningWatch, type SystemProbe } from '../warnings/index.ts'

export type LogLine = { call: string; outcome: string; ms: number }

/** How often data that could not be opened is tried again, where what was in the way may pass. Milliseconds. */
const REOPEN_EVERY = 5 * 1000
/** Milliseconds. */
const BACKUP_EVERY = 15 * 60 * 1000
/** How often it is looked whether another program, such as the terminal, has written to the data. Milliseconds. */
const LISTEN_EVERY = 1000
/** So long after the last call nobody waits for the next one, as far as anybody can tell. Milliseconds. */
const QUIET = 20 * 1000
/** How often it is looked whether the tablet itself needs somebody. Milliseconds. */
const LOOK_EVERY = 60 * 1000

type BackgroundJobsDeps = {
  folder: string
  /** The real station, where it could be opened. */
  real: () => Station | null
  /** The one that screens are shown. */
  shown: () => Station | null
  /** Tries again to open what could not be opened, where there is use in it. */
  reopen: () => void
  publish: (changes: ReadonlySet<ChangeKind>) => void
  log: (line: LogLine) => void
  now: () => number
  probe: Partial<SystemProbe> | undefined
  /** Hears of damage to a station's data. */
  damageMet: (station: Station, why: StorageError) => void
}

export function createBackgroundJobs({
  folder,
  real,
  shown,
  reopen,
  publish,
  log,
  now,
  probe,
  damageMet,
}: BackgroundJobsDeps) {
  const timers: NodeJS.Timeout[] = []
  /** Nobody waits for what is done by itself: what is in the way is logged, and damage closes the station it is in. */
  const met = (why: StorageError, station: Station | null): void => {
    log({ call: 'background', outcome: `STORAGE ${why.code}`, ms: 0 })
    if (why.code === 'damaged' && station !== null) damageMet(station, why)
  }
  /** `whose`: the station that this work reads. */
  const orMet = (work: () => void, whose: () => Station | null): void => {
    try {
      work()
    } catch (error) {
      const why = storageErrorOf(error)
      if (why === null) throw error
      met(why, whose())
    }
  }
  const every = (milliseconds: number, work: () => void, whose = real): void => {
    const timer = setInterval(() => orMet(work, whose), milliseconds)
    timer.unref()
    timers.push(timer)
  }

  let findings: string[] = []
  /** How far each station had been written by other programs when it was last looked at. */
  const seen = new WeakMap<Station, number>()
  const warnings = createWarningWatch({
    folder,
    now,
    newest: () => real()?.lastWritten() ?? null,
    probe,
    told: (name, begins) => log({ call: 'warning', outcome: begins ? name : `${name} over`, ms: 0 }),
  })
  /** How many facts each station held when there was last nothing to back up. */
  const backedUp = new WeakMap<Station, number>()

  const backUp = (): void => {
    const station = real()
    if (station === null || !station.isSetUp() || factsOf(station) === backedUp.get(station)) return
    try {
      station.backup()
      backedUp.set(station, factsOf(station))
    } catch (error) {
      log({ call: 'backup', outcome: `FAILED ${error instanceof Error ? error.name : ''}`, ms: 0 })
      if (storageErrorOf(error) !== null) throw error
    }
  }
  /** When a call was last answered. */
  let answered = now()
  /** Where it takes long it waits until the hall is quiet, and no longer than for the next backup, which takes as long. */
  const clearAway = (evenSo: boolean): void => {
    const station = real()
    if (station === null || !station.leftover.isDue()) return
    const started = performance.now()
    const isDone = station.leftover.clear({ onlySmall: !evenSo && Math.abs(now() - answered) < QUIET })
    if (isDone) log({ call: 'clear-away', outcome: 'ok', ms: performance.now() - started })
  }
  const listen = (): void => {
    const station = shown()
    if (station === null) return
    const version = station.writtenElsewhere()
    if (seen.get(station) === version) return
    seen.set(station, version)
    publish(EVERYTHING)
  }

  return {
    /** A call was answered: whoever made it may make another. */
    answered: (): void => void (answered = now()),
    /** What the look through the data has found wrong. */
    findings: (): string[] => findings,
    warnings: warnings.current,
    /** A station that was just opened: its changes are told, and those that other programs make; what it holds needs no backup. */
    watch(station: Station): Station {
      backedUp.set(station, factsOf(station))
      seen.set(station, station.writtenElsewhere())
      station.journal.onCommit(({ changes }) => publish(changes))
      return station
    },
    /** The thorough check of the real station, a piece at a time between calls. */
    lookThrough(station: Station): void {
      const steps = station.checkInPieces()
      const step = (): void => {
        if (real() !== station) return
        try {
          const next = steps.next()
          if (next.done !== true) {
            setTimeout(step, 5).unref()
            return
          }
          findings = next.value
        } catch (error) {
          const why = storageErrorOf(error)
          if (why?.code === 'damaged') {
            log({ call: 'background-check', outcome: 'FOUND damage', ms: 0 })
            damageMet(station, why)
            return
          }
          findings = [error instanceof Error ? error.message : 'The check could not be finished.']
        }
        log({ call: 'background-check', outcome: findings.length === 0 ? 'ok' : `FOUND ${findings.length}`, ms: 0 })
        if (findings.length > 0) publish(new Set(['station']))
      }
      setTimeout(step, 50).unref()
    },
    begin(): void {
      orMet(() => void warnings.look(), real)
      every(BACKUP_EVERY, backUp)
      every(BACKUP_EVERY, () => clearAway(true))
      every(LOOK_EVERY, () => clearAway(false))
      every(LISTEN_EVERY, listen, shown)
      every(REOPEN_EVERY, reopen)
      every(LOOK_EVERY, () => {
        if (warnings.look()) publish(new Set(['station']))
      })
    },
    end(): void {
      for (const timer of timers) clearInterval(timer)
    },
  }
}

const factsOf = (station: Station): number => station.journal.facts.count()
