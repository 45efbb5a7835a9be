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
import { type DelegateDetails, needsSchema, noteSchema } from '../../../../shared/domain/delegate.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import type { ScannedText } from '../../../../shared/domain/text.ts'
import type { StationCore } from '../../kernel/core.ts'
import { delegateAmended, delegateNoted, needsRecorded, signedIn } from '../facts.ts'
import type { ForAnyone } from '../for-anyone/for-anyone.ts'
import { whoIsMeant, wordsOf } from '../for-anyone/who-is-meant.ts'
import type { SignInRow } from '../rows.ts'
import type { SignIn } from '../sign-in.ts'

const REASON = 'Corrected by the person themselves'

type OwnDetails = z.infer<typeof ownDetails>
type AddedNeeds = z.infer<typeof addedNeeds>

type OwnWords = { details: OwnDetails; needs: AddedNeeds; byBadge: boolean }

export type SelfService = ReturnType<typeof createSelfService>

export function createSelfService({ journal, now }: StationCore, signIn: SignIn, forAnyone: ForAnyone) {
  const { rows } = signIn

  /** Of somebody who gave a name, what they have not typed is not told. */
  const byName = ({ id, name, organisation }: SignInRow, given: WhoAmI): Oneself => {
    const nameTells = whoIsMeant({ name: given.name, organisation: null, email: null }, forAnyone.lookup) !== null
    return { id, name, organisation: nameTells ? '' : organisation, byBadge: false, needsNoted: false }
  }
  const byBadge = ({ id, name, organisation }: SignInRow): Oneself => {
    if (forAnyone.wasHandedOut(id)) return { id, name, organisation, byBadge: false, needsNoted: false }
    const { access, dietary } = signIn.needs(id)
    return { id, name, organisation, byBadge: true, needsNoted: access !== '' || dietary !== '' }
  }

  return {
    find(given: WhoAmI): FoundOneself {
      const id = whoIsMeant(given, forAnyone.lookup)
      const row = id === null ? null : rows.get(id)
      if (row !== null) return { code: 'found', person: byName(row, given) }
      if (given.organisation === null)
        return { code: 'more-needed', ask: wordsOf(given.name).length < 2 ? 'whole-name' : 'organisation' }
      return given.email === null ? { code: 'more-needed', ask: 'email' } : { code: 'not-found' }
    },
    scan(scanned: ScannedText): ScannedOneself {
      const whose = forAnyone.whose(scanned)
      if (!('row' in whose)) return whose
      return whose.row.status === 'withdrawn' ? { code: 'withdrawn' } : { code: 'found', person: byBadge(whose.row) }
    },
    isListed: (id: string): boolean => rows.get(id) !== null,
    /**
     * Null where what they add would not fit beside what was told before; then nothing is written. On a name alone that
     * would tell that something was: there it goes into the note for staff, as long as that has room.
     */
    signIn(actor: Actor, id: string, own: OwnWords): SignedInOneself | null {
      const row = rows.must(id)
      if (row.status === 'withdrawn') return { code: 'withdrawn' }
      const changes = changesTo(row, own.details)
      const before = signIn.needs(id)
      const after = {
        access: added(before.access, own.needs.access),
        dietary: added(before.dietary, own.needs.dietary),
      }
      const fits = needsSchema.safeParse(after).success
      const note = fits ? row.note : added(row.note, saidAtTheDoor(own.needs))
      if (!fits && (own.byBadge || !noteSchema.safeParse(note).success)) return null
      const here = row.presence === 'here'
      journal.commit({ ...actor, delegate: id }, (write) => {
        if (Object.keys(changes).length > 0)
          write.about(delegateAmended, id, { changes, reason: REASON, origin: 'hand' })
        if (fits && (after.access !== before.access || after.dietary !== before.dietary))
          write.about(needsRecorded, id, { ...after, origin: 'hand' })
        if (note !== row.note) write.about(delegateNoted, id, { note })
        if (!here) write.about(signedIn, id, { how: 'self' })
      })
      const { name, table, note: kept, since, atStation } = rows.viewOf(rows.must(id))
      const inside = { id, name, byBadge: own.byBadge, wordWithStaff: own.byBadge && kept !== '' }
      const at = since ?? new Date(now()).toISOString()
      if (!here) return { ...inside, code: 'signed-in', table, at }
      return own.byBadge
        ? { ...inside, code: 'already', table, at, station: atStation }
        : { ...inside, code: 'already', table: '', at: null, station: '' }
    },
  }
}

/**
 * Only what is another than it was. They were not shown their service area, role, sector and e-mail, so leaving those empty
 * means nothing.
 */
function changesTo(row: SignInRow, { name, organisation, ...unseen }: OwnDetails): Partial<DelegateDetails> {
  const { area, role, sector, email } = unseen
  const given = {
    name,
    organisation,
    area: area || undefined,
    role: role || undefined,
    sector: sector || undefined,
    email: email || undefined,
  }
  const changes: Partial<DelegateDetails> = {}
  for (const field of ['name', 'organisation', 'area', 'role', 'sector', 'email'] as const) {
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

const saidAtTheDoor = ({ access, dietary }: AddedNeeds): string =>
  [access === '' ? '' : `Access: ${access}`, dietary === '' ? '' : `Food and drink: ${dietary}`]
    .filter(Boolean)
    .join('; ')
