/** Who is never found by their name at a screen that anyone may stand at: children and young people in care, and their carers. */
import type { EventPack } from './event-pack.ts'

type Sector = Pick<EventPack['sectors'][number], 'id' | 'name' | 'protected'>

// What such people are called, in the names of sectors that do not say themselves whether they are protected.
const SECTOR =
  /\bcare[- ]?(experienced|leavers?|experience)\b|\byoung[- ](people|persons?|adults?)\b|\b(children|young people) in (our )?care\b|\blooked[- ]after\b|\bcarers?\b|\bfoster|\bkinship\b|\bspecial[- ]guardian|\badopt(ers?|ive)\b/i
// The same in a role or the name of an organisation or a service area, where “fostering manager” and “young people’s services” are staff.
const PERSON =
  /\bcare[- ]experienced\b|\bcare leavers?\b|\b(children|young people) in (our )?care council\b|\byoung (person|adult)\b|\b(foster|kinship|residential)( and kinship)? carers?\b|\bspecial guardian\b/i

/** What a pack says of a sector; where it says nothing, as older packs do, what its id and its name sound like. */
const isProtectedSector = ({ id, name, protected: said }: Sector): boolean =>
  said ?? (SECTOR.test(name) || SECTOR.test(id.replaceAll('-', ' ')))

/**
 * Whether somebody may be found by their badge or a person alone. By their sector, also one that only another pack has;
 * whose sector nobody has written down, by what their role, their organisation and their service area are called.
 */
export function createProtection(sectors: readonly Sector[]) {
  const known = new Map(sectors.map((sector) => [sector.id, isProtectedSector(sector)]))
  type Person = { sector: string; role: string; organisation: string; area: string }
  return ({ sector, role, organisation, area }: Person): boolean =>
    sector === ''
      ? [role, organisation, area].some((text) => PERSON.test(text))
      : (known.get(sector) ?? isProtectedSector({ id: sector, name: '' }))
}
