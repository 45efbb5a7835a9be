/** A screen: one page that talks to the station, the role it has, and what the person before it has made so far. */
import { randomUUID } from 'node:crypto'
import { mayAct, type Role } from '../../../shared/domain/fact.ts'

/**
 * Staff who walk away are locked out this long after the page last said that somebody is there (`staff.here`). No other call says
 * so: what a page asks for by itself is nobody at work, and a call that is new keeps nobody unlocked. In milliseconds.
 */
const STAFF_IDLE = 20 * 60 * 1000

export class Session {
  readonly #now: () => number
  readonly #shown: () => object | null
  /** A screen that nobody stands at is never more than anybody's, whatever the tablet's duty. */
  readonly #isWall: boolean
  #unlockedAt: object | null = null
  #shift: object = {}
  #unlocked: Role | null = null
  /** False once another PIN or passphrase was chosen than the one that was given here. */
  #holds: () => boolean = () => true
  #lastHere = 0
  #made = new Set<string>()
  #byBadge = new Set<string>()

  /** What this screen is called, by what a person cannot make up: the same after a reload, where the host knows that it is the same. */
  readonly name: string
  /** The number of the host's window that this page is in; null for a tab of a browser. */
  readonly window: number | null

  /** `shown` is the station that screens are shown now: what opens a rehearsal must not open the real event after it. */
  constructor(
    now: () => number,
    shown: () => object | null,
    { window, isWall, name }: { window: number | null; isWall: boolean; name: string | null },
  ) {
    this.name = name ?? (window === null ? `page-${randomUUID()}` : `window-${window}`)
    this.window = window
    this.#isWall = isWall
    this.#now = now
    this.#shown = shown
  }

  /** The role of this screen, where its duty alone gives it `base`. */
  role(base: Role): Role {
    if (this.#isWall) return 'delegate'
    this.#lapse()
    return this.#unlocked !== null && mayAct(this.#unlocked, base) ? this.#unlocked : base
  }

  /** True while staff are in here. */
  isUnlocked(): boolean {
    this.#lapse()
    return this.#unlocked !== null
  }

  /** A person has just done something here. Whoever was locked out by then stays so. */
  here(): void {
    this.#lapse()
    this.#lastHere = this.#now()
  }

  /** `holds`: whether what was given here is still the secret of this role. */
  unlock(role: Role, holds: () => boolean): void {
    this.#unlocked = role
    this.#holds = holds
    this.#unlockedAt = this.#shown()
    this.#lastHere = this.#now()
  }

  #lapse(): void {
    if (this.#unlocked === null) return
    // The station first: what holds there is asked of one that may be closed by now.
    if (this.#unlockedAt !== this.#shown() || this.#now() - this.#lastHere > STAFF_IDLE || !this.#holds()) this.lock()
  }

  /** The time of whoever is in here, until they lock it or it locks: another object each time. What is held for them is held by it. */
  shift(): object {
    this.#lapse()
    return this.#shift
  }

  lock(): void {
    this.#unlocked = null
    this.#shift = {}
  }

  /** What was made by the person who stands here now: theirs to change until they go. */
  mine(id: string): boolean {
    return this.#made.has(id)
  }

  /** Whether who stands here has shown the badge of this person, and not only said their name. */
  hasBadgeOf(id: string): boolean {
    return this.#byBadge.has(id)
  }

  remember(id: string, { byBadge = false } = {}): void {
    this.#made.add(id)
    if (byBadge) this.#byBadge.add(id)
  }

  endVisit(): void {
    this.#made.clear()
    this.#byBadge.clear()
  }
}
