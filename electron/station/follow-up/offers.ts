/** The pledges that stand, as following up needs them: who made each as the list has them now, and what it serves. */
import type { Database } from 'better-sqlite3'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { pledgeRecord, type StoredPledge } from '../../../shared/domain/pledge.ts'

/** `person`: the id of the delegate who made it; null where it is nobody on the list. Texts are empty where nothing is known. */
export type Offer = {
  id: string
  reference: string
  person: string | null
  name: string
  role: string
  organisation: string
  area: string
  sector: string
  type: string
  wording: string
  quantity: number | null
  timescale: string
  due: string | null
  /** Its own, or that of its kind; null where it serves none. */
  priority: string | null
  mayContact: boolean
  /** The address that was given with it, and the one that the list has of whoever made it. */
  email: string
  listEmail: string
  made: string
}

type Stored = StoredPledge & {
  person: string | null
  nowName: string | null
  nowRole: string | null
  nowOrganisation: string | null
  nowArea: string | null
  nowSector: string | null
  nowEmail: string | null
}

const SOURCE = `SELECT p.*, coalesce(o.leader, p.delegate) AS person, d.name AS nowName, d.role AS nowRole,
    d.organisation AS nowOrganisation, d.area AS nowArea, d.sector AS nowSector, d.email AS nowEmail
  FROM pledge p LEFT JOIN onePerson o ON o.id = p.delegate LEFT JOIN delegate d ON d.id = coalesce(o.leader, p.delegate)
  WHERE p.status = 'live' ORDER BY p.made, p.id`

/** All that are not withdrawn, oldest first. */
export function liveOffers(db: Database, { pledgeTypes }: Pick<EventPack, 'pledgeTypes'>): Offer[] {
  const usual = new Map(pledgeTypes.map(({ id, priority }) => [id, priority]))
  return db
    .prepare<[], Stored>(SOURCE)
    .all()
    .map((stored) => {
      const row = pledgeRecord.read(stored)
      return {
        id: row.id,
        reference: row.reference,
        person: row.person,
        name: row.nowName ?? row.name,
        role: row.nowRole ?? '',
        organisation: row.nowOrganisation ?? row.organisation,
        area: row.nowArea ?? row.area,
        // Whoever is protected stays so where the list says nothing any more.
        sector: row.nowSector === null || row.nowSector === '' ? row.sector : row.nowSector,
        type: row.type,
        wording: row.wording,
        quantity: row.quantity,
        timescale: row.timescale,
        due: row.due,
        priority: row.priority ?? usual.get(row.type) ?? null,
        mayContact: row.mayContact,
        email: row.email,
        listEmail: row.nowEmail ?? '',
        made: row.made,
      }
    })
}
