/** The door without a steward: somebody finds themselves, corrects their own details, and is in. */
import type { z } from 'zod'
import type {
  addedNeeds,
  FoundOneself,
  Oneself,
  ownDetails,
  ScannedOneself,
  SignedInOneself,
  WhoAmI,
} from '../../../../shared/contract/self-service.ts'
import { type DelegateDetails, needsSchema } from '../../../../shared/domain/delegate.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import type { StationCore } from '../../core.ts'
import { delegateAmended, needsRecorded, signedIn } from '../facts.ts'
import type { DeskRow } from '../rows.ts'
import type { SignInDesk } from '../sign-in.ts'
import { createPace } from './pace.ts'
import { whoIsMeant, wordsOf } from './who-is-meant.ts'

const REASON = 'Corrected by the person themselves'

type OwnDetails = z.infer<typeof ownDetails>
type AddedNeeds = z.infer<typeof addedNeeds>

export function createSelfService({ journal, now }: StationCore, signIn: SignInDesk) {
  const { rows, directory } = signIn
  const pace = createPace(now)
  const lookup = {
    similar: directory.similar,
    find: directory.find,
    nameOf: (id: string): string => rows.get(id)?.name ?? '',
  }

  const oneself = ({ id, name, organisation }: DeskRow): Oneself => {
    const { access, dietary } = signIn.needs(id)
    return { id, name, organisation, needsNoted: access !== '' || dietary !== '' }
  }

  return {
    pace,
    find(given: WhoAmI): FoundOneself {
      const id = whoIsMeant(given, lookup)
      const row = id === null ? null : rows.get(id)
      if (row !== null) return { code: 'found', person: oneself(row) }
      if (given.organisation === null)
        return { code: 'more-needed', ask: wordsOf(given.name).length < 2 ? 'whole-name' : 'organisation' }
      return given.email === null ? { code: 'more-needed', ask: 'email' } : { code: 'not-found' }
    },
    scan(text: string): ScannedOneself {
      const read = signIn.readScan(text)
      if (!('row' in read)) return read.code === 'other-event' ? read : { code: 'unknown-badge' }
      return read.row.status === 'withdrawn' ? { code: 'withdrawn' } : { code: 'found', person: oneself(read.row) }
    },
    isListed: (id: string): boolean => rows.get(id) !== null,
    /** Null where what they add would not fit beside what was told before; then nothing is written. */
    signIn(actor: Actor, id: string, details: OwnDetails, needs: AddedNeeds): SignedInOneself | null {
      const row = rows.must(id)
      if (row.status === 'withdrawn') return { code: 'withdrawn' }
      const changes = changesTo(row, details)
      const before = signIn.needs(id)
      const after = { access: added(before.access, needs.access), dietary: added(before.dietary, needs.dietary) }
      if (!needsSchema.safeParse(after).success) return null
      const here = row.presence === 'here'
      journal.commit({ ...actor, delegate: id }, (write) => {
        if (Object.keys(changes).length > 0) write.about(delegateAmended, id, { changes, reason: REASON })
        if (after.access !== before.access || after.dietary !== before.dietary) write.about(needsRecorded, id, after)
        if (!here) write.about(signedIn, id, { how: 'self' })
      })
      const { name, table, note, since, atStation } = rows.viewOf(rows.must(id))
      const inside = { id, name, table, wordWithStaff: note !== '', at: since ?? new Date(now()).toISOString() }
      return here ? { ...inside, code: 'already', station: atStation } : { ...inside, code: 'signed-in' }
    },
  }
}

/** Only what is another than it was. They were not shown their role, sector and e-mail, so leaving those empty means nothing. */
function changesTo(row: DeskRow, { name, organisation, role, sector, email }: OwnDetails): Partial<DelegateDetails> {
  const given = { name, organisation, role: role || undefined, sector: sector || undefined, email: email || undefined }
  const changes: Partial<DelegateDetails> = {}
  for (const field of ['name', 'organisation', 'role', 'sector', 'email'] as const) {
    const value = given[field]
    if (value !== undefined && value !== row[field]) changes[field] = value
  }
  return changes
}

/** What was told before stays; what is said again is not written twice. */
function added(before: string, more: string): string {
  if (before === '' || more === '') return before || more
  const said = before.split('; ').some((part) => part.toLowerCase() === more.toLowerCase())
  return said ? before : `${before}; ${more}`
}
