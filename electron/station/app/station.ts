/** One station: its data folder and all it can do. The capabilities are put together here and nowhere else. */
import { randomBytes } from 'node:crypto'
import type { Erased, NewWords } from '../../../shared/contract/erasing.ts'
import type { StationState } from '../../../shared/contract/station.ts'
import { wallOf } from '../../../shared/domain/clock.ts'
import { type DoorSettings, doorSettings, USUAL_DOOR } from '../../../shared/domain/door.ts'
import { type Duty, dutySchema, roleOfDuty } from '../../../shared/domain/duty.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Actor, Role } from '../../../shared/domain/fact.ts'
import { badgePart, createBadges } from '../badges/index.ts'
import { createCards } from '../cards/index.ts'
import { makeCopy } from './carried-copy.ts'
import { createChecks } from './checks.ts'
import { createClearing } from './clear-away.ts'
import type { StationCore } from '../kernel/core.ts'
import {
  type Backup,
  checkpoint,
  copyTo,
  createDataVersion,
  givenUpBy,
  keyFile,
  type KeyStore,
  listBackups,
  openDatabase,
  openSnapshot,
  openToRead,
  PATIENCE,
  readWritten,
  remember,
  shippedMigrations,
  takeBackup,
  waitFor,
  whyNotOpened,
} from '../kernel/database/index.ts'
import { createDrafts } from '../drafts/index.ts'
import { createEraser, everErased, rememberErased, rememberingErased, toEraseAgain } from '../erasing/index.ts'
import { createEventChanges, createEvents, eventHistoryOf, eventPart, type WantedChange } from '../event/index.ts'
import { createFollowUp, followUpPart } from '../follow-up/index.ts'
import {
  catalogueOf,
  clockSaid,
  foldedBy,
  type Head,
  journalPart,
  onCalendar,
  type Random,
} from '../kernel/journal/index.ts'
import { createOldCopy } from './old-copy.ts'
import { openJournal } from './open-journal.ts'
import { createHeld, createPeople } from '../people/index.ts'
import { createPlan } from '../plan/index.ts'
import { createPledges, pledgePart } from '../pledges/index.ts'
import { createReferences } from '../kernel/references.ts'
import { type Rehearsed, type RehearsalSize, rehearse } from '../rehearsal/index.ts'
import { createRollCalls, rollCallPart } from '../roll-call/index.ts'
import { createSettings } from '../kernel/settings.ts'
import {
  createAttendance,
  createForAnyone,
  createPaper,
  createSelfService,
  createSignIn,
  signInPart,
} from '../sign-in/index.ts'
import { localDay } from './local-day.ts'
import { createStaff } from '../staff/index.ts'
import { ownWork, type Stopwatch, withGaps } from '../../slices.ts'
import { systemProbe } from '../warnings/index.ts'
import { createTablets } from '../tablets/index.ts'
import { createWayOut, wayOutPart } from '../way-out/index.ts'
import { createWorkshops, workshopPart } from '../workshops/index.ts'

/** Every fact and record of the house: one line a capability. */
const catalogue = catalogueOf([
  journalPart,
  eventPart,
  signInPart,
  badgePart,
  rollCallPart,
  pledgePart,
  workshopPart,
  followUpPart,
  wayOutPart,
])

export type StationDeps = {
  /** The wall clock, in milliseconds. */
  now?: () => number
  /** Milliseconds since some moment, by a clock that nobody can set. Where only `now` is given there is none. */
  steady?: () => number
  /** Measures what a piece of long work takes: what the processor did, where none is given. */
  stopwatch?: Stopwatch
  random?: Random
  keyStore?: KeyStore
  /** How long opening waits for another program that writes at the moment. Milliseconds; the usual patience otherwise. */
  patience?: number
  /** Only to read what is there: also on a disk that is full, or in a folder where nothing may be written. */
  reads?: boolean
  /** scrypt's N for PIN and passphrase; tests make it cheap. */
  staffCost?: number
}

/** Chance in small pieces from a large draw: a call to the system for every few bytes took an eighth of an import. */
function pooledRandom(): Random {
  let pool = randomBytes(4096)
  let used = 0
  return (bytes) => {
    if (used + bytes > pool.length) {
      pool = randomBytes(Math.max(4096, bytes))
      used = 0
    }
    used += bytes
    return pool.subarray(used - bytes, used)
  }
}

/** What was kept of the door, on top of the usual, so that a setting added later has its usual value. */
const doorOf = (kept: string | null): DoorSettings =>
  kept === null ? USUAL_DOOR : { ...USUAL_DOOR, ...readWritten(doorSettings.partial(), kept) }

const knownDuty = dutySchema.catch('pledges')
const itself: Actor = { role: 'station', delegate: null }

type Steps = ReturnType<typeof openInSteps>
export type Station = Steps extends Generator<unknown, infer Opened> ? Opened : never

/**
 * Opens the station in `folder`, making it where there is none. Throws StorageError; what it refuses is left untouched. Where another
 * version had the data before, it takes as long as that takes, and leaves other programs their turn in between.
 */
export const openStation = (folder: string, deps: StationDeps = {}): Station => withGaps(openInSteps(folder, deps))

/** The same in steps, each of a few milliseconds, for a program that has others to answer meanwhile: it leaves them a moment in between. */
export function* openInSteps(folder: string, deps: StationDeps = {}) {
  const clock = deps.now ?? Date.now
  // Whatever a clock says, people are let in.
  const now = (): number => onCalendar(clock())
  const random: Random = deps.random ?? pooledRandom()
  const { db, key, home, done, reads } = openFor(folder, deps, now)
  let isOpen = false
  try {
    const settings = createSettings(db)
    const clearing = createClearing({ db, settings })
    const oldCopy = createOldCopy({ folder, settings, now, backUp: () => takeBackup(db, key, folder, now()) })
    let isNoted = false
    const answering = (head: Head): void => {
      try {
        remember(folder, head)
        if (!isNoted && settings.read('noted') === null) settings.keep('noted', 'yes')
        isNoted = true
      } catch {
        // What is written is written, and must not be called undone: a note that could not be taken is taken with the next one.
      }
    }
    const { journal, endedWell } = yield* openJournal(db, settings, {
      catalogue,
      now,
      steady: deps.steady ?? (deps.now === undefined ? systemProbe.steady : null),
      random,
      reads,
      answering,
      givenUp: () => givenUpBy(folder),
      writtenAnew: () => {
        oldCopy.note()
        clearing.note()
      },
    })
    if (!reads && !clearing.isNoted() && journal.redaction.isAnyHeld()) clearing.note()
    journal.onTakingOut(clearing.note)
    const head = reads ? null : journal.facts.chain(journal.station)
    if (head !== null && head.seq > 0) answering(head)
    waitFor(db, PATIENCE)
    if (!reads) oldCopy.goIfOld()

    const events = createEvents({
      db,
      journal,
      calledUnder: (id) => (settings.read('wentBy')?.split(' ').includes(id) === true ? settings.read('name') : null),
    })
    const event = events.must
    // It goes on under another id, and is still called what it was.
    const callItself = (): void => {
      const [called, id] = [settings.read('name'), journal.station]
      if (called !== null && journal.facts.chain(id) !== null && !events.isNamed(id)) events.nameStation(itself, called)
    }
    if (!reads) callItself()
    journal.onGoingOn(callItself)
    const core: StationCore = {
      db,
      snapshot: () => openSnapshot(home, key),
      journal,
      random,
      newReference: createReferences(db, random),
      now,
      stopwatch: deps.stopwatch ?? ownWork,
      event,
    }
    const changed = (change: 'drafts' | 'station') =>
      journal.announce({ changes: new Set([change]), subjects: new Set() })
    const signIn = createSignIn(
      core,
      events.stationName,
      () => drafts.texts(),
      () => everErased(folder, journal),
    )
    const forAnyone = createForAnyone(core, signIn)
    const selfService = createSelfService(core, signIn, forAnyone)
    const paper = createPaper(core, signIn, events.stationName)
    const wayOut = createWayOut(core)
    const attendance = createAttendance(core, events.stationName, wayOut.numbers)
    const badges = createBadges(core, events.stationName)
    const rollCalls = createRollCalls(core, events.stationName)
    const drafts = createDrafts({ db, now, settings, changed: () => changed('drafts') })
    const pledges = createPledges(
      core,
      (delegate) => signIn.delegate(delegate),
      (screen) => drafts.clear('pledge', screen),
    )
    const workshops = createWorkshops(core)
    const cards = createCards(core, { pledges, workshops, stationName: events.stationName })
    const staff = createStaff({
      db,
      random,
      now,
      ...(deps.staffCost === undefined ? {} : { cost: deps.staffCost }),
    })
    const door = (): DoorSettings => doorOf(settings.read('door'))
    const duty = (): Duty => knownDuty.parse(settings.read('duty'))
    const backups = () => listBackups(folder)
    const followUp = createFollowUp(core)
    const plan = createPlan(core, {
      signIn,
      pledges,
      followUp,
      stationName: events.stationName,
      lastBackup: () => backups()[0]?.taken ?? null,
      workshops,
      memory: settings,
    })
    const people = createPeople({ journal, signIn, pledges, workshops })
    const tabletName = (): string => settings.read('name') ?? 'This tablet'
    const tablets = createTablets({
      core,
      settings,
      staff,
      settle: ({ name, duty: next }) => {
        settings.keep('name', name)
        settings.keep('duty', next)
        events.nameStation(itself, name)
      },
      ...(deps.staffCost === undefined ? {} : { cost: deps.staffCost }),
    })
    const held = createHeld({ core, signIn, pledges, workshops, drafts, plan, tabletName })

    const eventChanges = createEventChanges({ journal, events, pledges, workshops, signIn })
    const eraser = createEraser({ journal, signIn, pledges, workshops, rollCalls, drafts })
    journal.onForgetting((ids) => {
      rememberErased(folder, ids)
      if (eraser.forgetDrafts(ids) === 0) return []
      clearing.note()
      return ['drafts']
    })
    // Before the first screen is shown anything.
    if (!reads)
      for (const one of toEraseAgain(folder, journal))
        eraser.erase(itself, [one], 'Erased before this data was put back')
    if (!reads) clearing.soon()

    const signedCopyTo = (path: string): void => {
      journal.signHead()
      copyTo(db, key, path)
    }

    isOpen = true
    let isSetUp = false
    return {
      folder,
      /** Another one as soon as it hears that its disk was copied, or that it was shut out. */
      get id(): string {
        return journal.station
      },
      journal,
      event,
      signIn,
      forAnyone,
      selfService,
      paper,
      attendance,
      badges,
      rollCalls,
      pledges,
      workshops,
      people,
      held,
      cards,
      wayOut,
      tablets,
      staff,
      drafts,
      plan,
      followUp,
      /** The latest that this station’s own wall clock said when it wrote, in milliseconds; null where it has written nothing. */
      lastWritten(): number | null {
        const chain = journal.facts.chain(journal.station)
        return chain === null || chain.seq === 0 ? null : wallOf(chain.at)
      },
      /** Somebody looked at a clock that they trust, and it said `right` (milliseconds): what this tablet wrote is shown by that. */
      sayTime(actor: Actor, right: number): void {
        const ahead = now() - onCalendar(right)
        journal.commit(actor, (write) => void write.about(clockSaid, journal.station, { ahead }))
      },
      /** What its clock says; and how far that is ahead of what was said to be right, in milliseconds, 0 where nobody said anything. */
      clock: () => ({ now: new Date(now()).toISOString(), ahead: journal.clockOf(journal.station).at(-1)?.ahead ?? 0 }),
      /** False where the last run was cut off: nothing is lost, but the thorough check is worth doing soon. */
      endedWell,
      currentEvent: events.current,
      /** From then on it is. */
      isSetUp(): boolean {
        isSetUp ||= events.current() !== null && staff.isSet('organiser') && staff.isSet('steward')
        return isSetUp
      },
      baseRole: (): Role => roleOfDuty(duty()),
      described: (): StationState['station'] => ({
        id: journal.station,
        name: tabletName(),
        duty: duty(),
      }),
      loadEvent: (pack: EventPack, rehearsal: boolean): void => events.load(itself, pack, rehearsal),
      /** This tablet’s day: `2023-12-12`. */
      today: (): string => localDay(now()),
      /** What would come of a change, and what hangs on what it closes. */
      weighEvent: eventChanges.look,
      /** By whoever it is; the terminal acts as the station itself. */
      changeEvent: (actor: Actor | null, wanted: WantedChange) => eventChanges.change(actor ?? itself, wanted),
      eventClashes: events.clashes,
      eventHistory: () =>
        eventHistoryOf(events.told(), {
          pack: event().pack,
          timeOf: journal.timeOf,
          stationName: events.stationName,
        }),
      /** Everything the first screen asks, in one transaction, after the slow hashing is done. */
      async setUp(given: {
        pack: EventPack
        rehearsal: boolean
        name: string
        duty: Duty
        pin: string
        passphrase: string
      }): Promise<void> {
        const keepPin = await staff.prepare('steward', given.pin)
        const keepPassphrase = await staff.prepare('organiser', given.passphrase)
        journal.atomically(() => {
          settings.keep('name', given.name)
          settings.keep('duty', given.duty)
          keepPin()
          keepPassphrase()
          events.load(itself, given.pack, given.rehearsal)
          events.nameStation(itself, given.name)
        })
        checkpoint(db)
        changed('station')
      },
      /** Keeps a secret that was made ready: every screen that the one before opened is locked. */
      keepSecret(keep: () => void): void {
        db.transaction(keep).immediate()
        changed('station')
      },
      /** Lets the file grow to so many pages and no further, as a disk does; 0 means not at all. */
      limitPages: (pages: number): void =>
        void db.pragma(`max_page_count = ${pages === 0 ? Number(db.pragma('page_count', { simple: true })) : pages}`),
      /** What the organiser is asked before somebody is forgotten. */
      beforeErasing: eraser.before,
      /** Forgets a delegate everywhere on this station. Answers how many pledges stay, without a name, and how many drafts went. */
      eraseDelegate(actor: Actor, delegate: string, reason: string, words: NewWords[] = []): Erased {
        // Whoever is one person with them is forgotten with them, and stays so if they are parted.
        const ids = journal.membersOf(delegate)
        const erased = rememberingErased(folder, ids, () => eraser.erase(actor, ids, reason, words))
        oldCopy.go()
        clearing.soon()
        return erased
      },
      /** Many steps as one transaction, for filling a station. */
      batch: (work: () => void): void => journal.atomically(work),
      changeDuty(next: Duty): void {
        settings.keep('duty', next)
        changed('station')
      },
      door,
      changeDoor(changes: Partial<DoorSettings>): DoorSettings {
        settings.keep('door', JSON.stringify({ ...door(), ...changes }))
        changed('station')
        return door()
      },
      /** Whether staff want the tree on the second screen. */
      wallBeside: (): boolean => settings.read('wall') === 'on',
      showWallBeside(on: boolean): void {
        settings.keep('wall', on ? 'on' : 'off')
        changed('station')
      },
      rename(actor: Actor, name: string): void {
        settings.keep('name', name)
        events.nameStation(actor, name)
      },
      ...createChecks({ db, journal }),
      /** Another number as soon as another program has written to this data. */
      writtenElsewhere: createDataVersion(db),
      backup(): Backup {
        // The key does not go with it: whoever goes on from it can still pass on what was written until now.
        journal.signHead()
        const taken = takeBackup(db, key, folder, now())
        checkpoint(db)
        return taken
      },
      backups,
      /** Whether something that was taken out still stands where nothing is read any more; and writing the files anew without it. */
      leftover: { isDue: clearing.isDue, clear: clearing.clear },
      /** Everything in one file that may leave the tablet, sealed with this passphrase, which must be the organiser's. */
      saveCopy: (passphrase: string): Promise<File> =>
        makeCopy(
          { folder, key, copyTo: signedCopyTo },
          {
            passphrase,
            name: settings.read('name') ?? 'tablet',
            day: new Date(now()).toISOString().slice(0, 10),
            ...(deps.staffCost === undefined ? {} : { cost: deps.staffCost }),
          },
        ),
      /** Writes an encrypted copy to a path of one's own choosing. It opens only with this station's key. */
      copyTo: (path: string): void => copyTo(db, key, path),
      close(): void {
        if (!db.open) return
        try {
          if (!reads) {
            settings.forget('open')
            // Nobody waits for this program any more.
            clearing.clear()
            checkpoint(db)
          }
        } catch {
          // Everything that was answered is on the disk, whatever is wrong with it now; the next opening says what that is.
        }
        db.close()
        done()
      },
    }
  } catch (error) {
    throw whyNotOpened(error, db, { folded: foldedBy(catalogue) }) ?? error
  } finally {
    // It was refused, or whoever opened it went away half-way.
    if (!isOpen) {
      db.close()
      done()
    }
  }
}

function openFor(folder: string, { keyStore = keyFile(), patience, reads = false }: StationDeps, now: () => number) {
  const migrations = shippedMigrations()
  const opened = reads ? openToRead(folder, keyStore, migrations, foldedBy(catalogue)) : null
  if (opened !== null) return { ...opened, reads }
  return {
    ...openDatabase(folder, keyStore, migrations, now, patience),
    home: folder,
    done: () => undefined,
    reads: false,
  }
}

/** Fills `folder` with an invented crowd, as if they had come over the last hours. The folder must not be open elsewhere. */
export const rehearseIn = (
  folder: string,
  size: RehearsalSize & { now: number; resources: string },
  deps: StationDeps = {},
): Promise<Rehearsed> =>
  rehearse((now) => {
    const station = openStation(folder, { ...deps, now })
    return { station, close: () => station.close() }
  }, size)
