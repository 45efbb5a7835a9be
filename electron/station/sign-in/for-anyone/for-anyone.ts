/** What a screen that anyone may stand at is told of people: who bears a whole name, and whose a whole code is; nobody's list. */
import type { Statement } from 'better-sqlite3'
import { readBadge } from '../../../../shared/domain/badge.ts'
import { codesIn } from '../../../../shared/domain/ticket-code.ts'
import type { PublicPerson } from '../../../../shared/domain/delegate.ts'
import type { ScannedText } from '../../../../shared/domain/text.ts'
import type { StationCore } from '../../kernel/core.ts'
import type { SignInRow } from '../rows.ts'
import type { SignIn } from '../sign-in.ts'
import { createPace } from './pace.ts'
import { type Lookup, whoIsCalled, wordsOf } from './who-is-meant.ts'

type Whose = { row: SignInRow } | { code: 'unknown-badge' } | { code: 'other-event'; event: string }

export type ForAnyone = ReturnType<typeof createForAnyone>

export function createForAnyone({ db, now, event }: StationCore, { rows, directory, readScan }: SignIn) {
  const pace = createPace(now)
  const nameOf = (id: string): string => rows.get(id)?.name ?? ''
  const lookup: Lookup = { ...directory.forAnyone, nameOf }
  const keep: Statement<[string]> = db.prepare('INSERT OR IGNORE INTO handedOut (delegate) VALUES (?)')
  const kept: Statement<[string], { delegate: string }> = db.prepare(
    'SELECT delegate FROM handedOut WHERE delegate = ?',
  )

  return {
    /** Knows nobody who is protected. */
    lookup,
    /**
     * Whose whole name this is: one, several where they share it, or nobody. An organisation is told only where they
     * would otherwise be mistaken for each other. `staff`: whoever asks has unlocked this screen, and may find everybody.
     */
    find(name: string, staff: boolean): PublicPerson[] {
      const found = whoIsCalled(name, staff ? { ...directory, nameOf } : lookup).flatMap((id) => rows.get(id) ?? [])
      const several = found.length > 1
      return found.map(({ id, name: called, organisation }) => ({
        id,
        name: called,
        organisation: several ? organisation : '',
      }))
    },
    /** Whose badge or ticket it is, whatever became of their place. Where it may be several people’s, it is nobody’s here. */
    whose({ text, capsLock }: ScannedText): Whose {
      const read = readScan(text, capsLock)
      if ('row' in read) return read
      if (read.code === 'other-event') return read
      // A link may have several codes in it: it is as many guesses.
      pace.unknownCode(Math.max(1, codesIn(text).length))
      return { code: 'unknown-badge' }
    },
    /** How many seconds until the station may be asked this; 0 where it may now. The order of words makes no other name. */
    waitForName: ({ name, organisation = null, email = null }: Asked): number =>
      pace.name(wordsOf(name).toSorted().join(' '), wordsOf(organisation ?? '').join(' '), email ?? ''),
    waitForCode(text: string): number {
      const read = readBadge(text, event().pack.code)
      return read.kind === 'own' ? pace.code(read.badge, true) : pace.code(text.trim(), read.kind === 'other-event')
    },
    cameIn: (): void => pace.giveBack(),
    /**
     * This person’s badge is given to somebody who said no more than their name. The tablet would otherwise hand out a badge for a
     * name, and take the badge for more than the name; it is kept in the data, for the badge outlives a restart.
     */
    handOut: (id: string): void => void keep.run(id),
    wasHandedOut: (id: string): boolean => kept.get(id) !== undefined,
  }
}

type Asked = { name: string; organisation?: string | null; email?: string | null }
