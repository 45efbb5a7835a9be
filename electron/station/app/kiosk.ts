/** What a host opens: the real station in its folder, the rehearsal beside it, and the one that screens are shown now. */
import type {
  packChoice,
  PackSummary,
  PutBackAnswer,
  RestoreAnswer,
  SetUpAnswer,
  SetUpInput,
  StationState,
  UnsealAnswer,
} from '../../../shared/contract/station.ts'
import type { z } from 'zod'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { agree, changeSecret } from './change-secret.ts'
import {
  isPassing,
  keyFile,
  listBackups,
  storageErrorOf,
  type StorageError,
  type WayBack,
} from '../kernel/database/index.ts'
import { type ListSticks, systemSticks } from '../../files/drives/index.ts'
import { changesBetween } from '../../../shared/domain/event-change/between.ts'
import { createPacks, summaryOf } from '../event/index.ts'
import { type Platform, NO_PLATFORM } from '../kernel/platform.ts'
import { createChangeFeed, EVERYTHING } from '../kernel/change-feed.ts'
import { localDay } from './local-day.ts'
import { createOpening } from './opening.ts'
import { tryPutBack } from './put-back.ts'
import { makeSheet, renewSecrets } from './recovery-sheet.ts'
import { openRehearsal } from './rehearsal-beside.ts'
import { clearSetAside, tryRestore } from './restore.ts'
import { Session } from './session.ts'
import { shownError, waysBackFrom } from './shown-error.ts'
import { createSticks } from '../sticks/index.ts'
import type { Station, StationDeps } from './station.ts'
import { supportBundle } from './support.ts'
import type { NotYet } from '../staff/index.ts'
import { tryPassphrase } from './unseal.ts'
import { createBackgroundJobs, type LogLine } from './background-jobs.ts'
import { createWallBeside } from '../wall/index.ts'
import { nameOf, type SystemProbe } from '../warnings/index.ts'

export type KioskDeps = StationDeps & {
  /** The folder that holds `event-packs/` and `rehearsal/`. */
  resources: string
  /** Hears how each call went: its name, outcome and time, never what was in it. */
  log?: (line: LogLine) => void
  /** What the machine says of its disk and its clock. */
  probe?: Partial<SystemProbe>
  platform?: Partial<Platform>
  /** The sticks that are plugged in now; the system’s own answer unless a test gives another. */
  sticks?: ListSticks
  /** What is waited for between two steps of bringing data up to date; a moment unless a test gives another. */
  moment?: (milliseconds: number) => Promise<void>
}

type SheetGiven = { sheet: string; passphrase: string; pin: string; session: string | null }
type SheetUsed = { code: 'changed' } | { code: 'rehearsal' } | { code: 'no-data' } | NotYet

export type Kiosk = ReturnType<typeof openKiosk>

/** How long another program is waited for where there will be a next time, and somebody at the screen meanwhile. Milliseconds. */
const SHORT_PATIENCE = 200

const notAgreed = (error: unknown): LogLine => ({
  call: 'passphrase',
  outcome: `not agreed ${error instanceof Error ? error.name : ''}`,
  ms: 0,
})

/** Opens a kiosk on a data folder. Never throws for data it cannot open: the screens then say why, and offer a backup. */
export function openKiosk(
  folder: string,
  { resources, log = () => undefined, probe, platform: can, sticks = systemSticks(), moment, ...others }: KioskDeps,
) {
  const platform: Platform = { ...NO_PLATFORM, ...can }
  const deps: StationDeps = probe?.steady === undefined ? others : { steady: probe.steady, ...others }
  const now = deps.now ?? Date.now
  const keyStore = deps.keyStore ?? keyFile()
  const packs = createPacks(resources)
  const { publish, changes } = createChangeFeed()

  let queue: Promise<unknown> = Promise.resolve()
  /** Two presses of one button must not set up, or fill, the same folder side by side. */
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  let refused: StorageError | null = null
  /** What the refused data can start again from; looked for once, when it was refused. */
  let ways: readonly WayBack[] = []
  let real: Station | null = null
  let rehearsal: Station | null = null

  const wall = createWallBeside(platform.wall, () => real)
  const backgroundJobs = createBackgroundJobs({
    folder,
    real: () => real,
    shown: () => rehearsal ?? real,
    // Nobody may stand before a tablet whose disk is free again, or that another program has let go of.
    reopen: () => {
      if (refused !== null && isPassing(refused.code)) void reopen()
    },
    publish,
    log,
    now,
    probe,
    damageMet: (station, why) => damageMet(station, why),
  })

  const refuse = (why: StorageError): void => {
    refused = why
    ways = waysBackFrom(why, folder, keyStore)
  }

  /** Whoever meets damage closes the station: what is answered from damaged data is not to be trusted, and there is a way back. */
  const damageMet = (station: Station, why: StorageError): void => {
    if (station === rehearsal) {
      rehearsal = null
      station.close()
    } else if (station === real) {
      real = null
      station.close()
      refuse(why)
    } else return
    log({ call: 'damage', outcome: 'CLOSED', ms: 0 })
    publish(EVERYTHING)
  }

  const opening = createOpening({ folder, deps, moment, moved: () => publish(new Set(['station'])) })

  const opened = (station: Station | null): void => {
    // The kiosk was closed meanwhile.
    if (station === null) return
    real = station
    backgroundJobs.watch(real)
    refused = null
    ways = []
    clearSetAside(folder, now())
    wall.asChosen()
    if (!real.endedWell || real.isSetUp()) backgroundJobs.lookThrough(real)
  }
  const notOpened = (error: unknown): void => {
    const why = storageErrorOf(error)
    if (why === null) throw error
    real?.close()
    real = null
    refuse(why)
  }

  /** At once; or, where its data is brought up to date first, as soon as that is done, and screens are told. */
  const openReal = (patience?: number): Promise<void> | undefined => {
    try {
      const station = opening.open(patience)
      if (station instanceof Promise)
        return station
          .then(opened)
          .catch(notOpened)
          .finally(() => publish(EVERYTHING))
      opened(station)
    } catch (error) {
      notOpened(error)
    }
    return undefined
  }

  const reopen = (): Promise<void> =>
    oneAtATime(async () => {
      if (real !== null) return
      await openReal(SHORT_PATIENCE)
      publish(new Set(['station']))
    })

  /** Nobody leaves with the PIN of a rehearsal, which everybody knows, nor where there is a PIN that cannot be asked. */
  const whyNotLeave = (): 'not-locked' | 'no-station' | 'rehearsal' | null => {
    if (platform.leave === null) return 'not-locked'
    if (real === null) return 'no-station'
    return rehearsal !== null && real.isSetUp() ? 'rehearsal' : null
  }

  /** The passphrase was right just now: the key is sealed with it, and with no other. Never throws. */
  const seal = async (passphrase: string): Promise<void> => {
    const started = performance.now()
    const say = (outcome: string) => log({ call: 'key', outcome, ms: performance.now() - started })
    try {
      await keyStore.settle?.(folder, passphrase)
      if ((await keyStore.seal?.(folder, passphrase)) !== true) return
      say('sealed')
      publish(new Set(['station']))
    } catch (error) {
      say(`not sealed ${storageErrorOf(error)?.code ?? (error instanceof Error ? error.name : '')}`)
    }
  }

  /** A call could not be done for this reason: damage closes the station that screens are shown. */
  const met = (why: StorageError): void => {
    const current = rehearsal ?? real
    if (why.code === 'damaged' && current !== null) damageMet(current, why)
  }

  const stateFor = (session: Session): StationState => {
    const current = rehearsal ?? real
    if (current === null) {
      const broughtUp = opening.progress()
      return {
        phase: broughtUp !== null ? 'opening' : refused?.code === 'sealed' ? 'locked' : 'refused',
        refused: broughtUp === null ? shownError(refused, ways) : null,
        broughtUp,
        rehearsal: false,
        findings: [],
        warnings: backgroundJobs.warnings(),
        station: null,
        key: keyStore.kept?.(folder) ?? 'file',
        role: 'delegate',
        platform: { canLeave: false, keepsLog: platform.support !== null, takesUpdates: false },
      }
    }
    const setUp = current.isSetUp()
    return {
      phase: setUp ? 'ready' : 'new',
      refused: null,
      broughtUp: null,
      rehearsal: current.currentEvent()?.rehearsal ?? false,
      findings: rehearsal === null ? backgroundJobs.findings().slice(0, 5) : [],
      warnings: backgroundJobs.warnings(),
      station: setUp ? current.described() : null,
      key: keyStore.kept?.(current.folder) ?? 'file',
      role: setUp ? session.role(current.baseRole()) : 'delegate',
      platform: {
        canLeave: platform.leave !== null && whyNotLeave() === null,
        keepsLog: platform.support !== null,
        takesUpdates: platform.updates !== null,
      },
    }
  }

  const first = openReal()
  if (first !== undefined) void oneAtATime(() => first)
  backgroundJobs.begin()

  /** What was loaded from the terminal on a tablet that nobody has set up. */
  const loaded = (): EventPack | null => (real?.isSetUp() === false ? (real.currentEvent()?.pack ?? null) : null)

  /** This tablet's day: `2023-12-12`. */
  const today = (): string => localDay(now())

  return {
    /** What may be set up: what was loaded already, and what ships. */
    packs(): PackSummary[] {
      const held = loaded()
      const isOther = (pack: EventPack): boolean => held?.id !== pack.id || changesBetween(held, pack).length > 0
      return [
        ...(held === null ? [] : [summaryOf(held, today(), true)]),
        ...packs
          .shipped()
          .filter(isOther)
          .map((pack) => summaryOf(pack, today())),
      ]
    },
    choosePack: (choice: z.infer<typeof packChoice>) => packs.choose(choice, loaded()),
    summaryOf: (pack: EventPack): PackSummary => summaryOf(pack, today()),
    /** Hears of each call once it was answered. */
    log(line: LogLine): void {
      backgroundJobs.answered()
      log(line)
    },
    /**
     * `window` is the number by which the host knows where the screen is; null for a tab of a browser, which has a `name`
     * of its own: what one person types is found again under it.
     */
    createSession: (
      window: number | null = null,
      { isWall = false, name = null }: { isWall?: boolean; name?: string | null } = {},
    ) => new Session(now, () => rehearsal ?? real, { window, isWall, name }),
    /** The station that screens are shown, once it is set up; null before, and where it could not be opened. */
    station(): Station | null {
      const current = rehearsal ?? real
      return current?.isSetUp() === true ? current : null
    },
    /** True while the data is brought up to date: the tablet opens by itself. */
    isOpening: (): boolean => opening.progress() !== null,
    /** What this screen is told of the tablet: also where the data turns out to be damaged by asking it. */
    state(session: Session): StationState {
      try {
        return stateFor(session)
      } catch (error) {
        const why = storageErrorOf(error)
        if (why?.code !== 'damaged') throw error
        met(why)
        return stateFor(session)
      }
    },
    platform,
    wall,
    /** What the host can do, or has, is not what it was. */
    platformChanged: (): void => publish(new Set(['station'])),
    sticks: createSticks({ list: sticks }),
    whyNotLeave,
    /** Everything that helps to see what is wrong with this tablet, in one ZIP file. */
    async support(): Promise<File> {
      return supportBundle({
        real,
        refused: refused?.code ?? null,
        backups: listBackups(folder),
        warnings: backgroundJobs.warnings().map(nameOf),
        files: (await platform.support?.()) ?? [],
        now: now(),
      })
    },
    /** Nothing is changed where the station had been set up already, or holds another event that nobody said to replace. */
    setUp: (
      given: Omit<SetUpInput, 'pack' | 'replaces'> & { pack: EventPack; replaces?: boolean },
    ): Promise<SetUpAnswer> =>
      oneAtATime(async () => {
        if (real === null || real.isSetUp()) return { code: 'already-set-up' }
        const held = loaded()
        const isSame = held?.id === given.pack.id
        const differences = held !== null && isSame ? changesBetween(held, given.pack) : []
        if (held !== null && given.replaces !== true && (!isSame || differences.length > 0))
          return { code: 'holds-another', name: held.name, differences: isSame ? differences.length : null }
        if (differences.length > 0) {
          const done = real.changeEvent(null, { changes: differences, keepsRest: true })
          if (done.code === 'refused') return { code: 'pack-refused', errors: done.errors }
        }
        await real.setUp({ ...given, pack: isSame ? real.event().pack : given.pack, rehearsal: false })
        await seal(given.passphrase)
        return { code: 'ready' }
      }),
    /** Whoever gave `station` its organiser's passphrase gave the one to seal with; that of a rehearsal everybody knows. */
    async passphraseGiven(station: Station, passphrase: string): Promise<void> {
      if (station !== real) return
      await oneAtATime(() => seal(passphrase))
    },
    /** Another PIN or passphrase, one change at a time; null in a rehearsal, whose secrets everybody knows. */
    changeSecret: (station: Station, change: Parameters<typeof changeSecret>[1]) =>
      oneAtATime(async () => {
        if (station !== real) return null
        const done = await changeSecret({ station, keyStore }, change)
        if (done.code === 'changed' && change.role === 'organiser') await seal(change.next)
        return done
      }),
    /** A new recovery sheet, which makes the one before void; null in a rehearsal. */
    makeSheet: (station: Station, given: Parameters<typeof makeSheet>[1]) =>
      oneAtATime(async () => (station === real ? makeSheet({ station, keyStore }, given) : null)),
    /** The sheet opens a locked tablet, and lets another passphrase and PIN be chosen; no screen is anybody's for that. */
    openWithSheet: ({ sheet, session, ...chosen }: SheetGiven): Promise<SheetUsed> =>
      oneAtATime(async () => {
        const isSealed = refused?.code === 'sealed'
        if (rehearsal !== null) return { code: 'rehearsal' }
        if (!isSealed && real?.isSetUp() !== true) return { code: 'no-data' }
        try {
          const tried = isSealed
            ? await tryPassphrase(
                { folder, now },
                async () => (await keyStore.unsealWithSheet?.(folder, sheet)) === true,
              )
            : await real?.staff.sheet.unlock(sheet, session)
          if (tried?.code === 'wrong' || tried?.code === 'wait') return tried
          if (isSealed) await openReal()
          if (real === null) return { code: 'no-data' }
          await renewSecrets({ station: real, keyStore }, chosen)
          await seal(chosen.passphrase)
          return { code: 'changed' }
        } finally {
          publish(new Set(['station']))
        }
      }),
    /** Tries the passphrase of a locked tablet; where it fits, the station is opened as at every start. */
    unseal: (passphrase: string): Promise<UnsealAnswer> =>
      oneAtATime(async () => {
        // Another screen may have been quicker.
        if (refused?.code !== 'sealed') return { code: 'open' }
        try {
          const answer = await tryPassphrase(
            { folder, now },
            async () => (await keyStore.unseal?.(folder, passphrase)) === true,
          )
          if (answer.code !== 'open') return answer
          await openReal()
          if (real !== null) await agree(real, passphrase).catch((error: unknown) => log(notAgreed(error)))
          await seal(passphrase)
          return answer
        } catch (error) {
          // The sealed key was damaged in the meantime, perhaps; then there is no use in asking on.
          await openReal()
          throw error
        } finally {
          publish(new Set(['station']))
        }
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
        rehearsal = backgroundJobs.watch(await openRehearsal(folder, { pack, now: now(), resources }, deps))
      })
      publish(EVERYTHING)
    },
    leaveRehearsal(): void {
      rehearsal?.close()
      rehearsal = null
      publish(EVERYTHING)
    },
    /** Tries again to open data that could not be opened; does nothing where it is open. */
    reopen,
    met,
    /**
     * Starts again from one of the ways back, for staff of this event: null where the data is not damaged and nothing needs putting
     * back. Throws StorageError where the copy is not sound after all; then nothing was changed.
     */
    restore: (name: string, secret: string): Promise<RestoreAnswer | null> =>
      oneAtATime(async () => {
        if (real !== null || refused?.code !== 'damaged') return null
        const answer = await tryRestore({ folder, keyStore, now }, name, secret)
        if (answer.code !== 'restored') return answer
        await openReal()
        publish(EVERYTHING)
        return answer
      }),
    /** Makes a new tablet go on from a copy that another one saved; null where this one is set up, or its data was refused. */
    putBack: (bytes: Buffer, passphrase: string): Promise<PutBackAnswer | null> =>
      oneAtATime(async () => {
        if (real === null || real.isSetUp()) return null
        const close = (): void => {
          real?.close()
          real = null
        }
        try {
          const answer = await tryPutBack({ folder, keyStore, now }, { bytes, passphrase, close })
          if (answer.code !== 'put-back') return answer
        } finally {
          if (real === null) await openReal()
        }
        await seal(passphrase)
        publish(EVERYTHING)
        return { code: 'put-back' }
      }),
    /** What changes, as it changes, until `signal` says that nobody listens any more. */
    changes,
    close(): void {
      backgroundJobs.end()
      opening.end()
      rehearsal?.close()
      real?.close()
      rehearsal = null
      real = null
    },
  }
}
