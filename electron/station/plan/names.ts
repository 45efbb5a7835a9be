/** What the pack, and the list of delegates, say of the ids that pledges and actions carry. */
import type { Database } from 'better-sqlite3'
import type { EventPack } from '../../../shared/domain/event-pack.ts'

export function namesOf(pack: EventPack) {
  const priorities = new Map(pack.priorities.map((priority) => [priority.id, priority]))
  const types = new Map(pack.pledgeTypes.map((type) => [type.id, type]))
  const sectors = new Map(pack.sectors.map((sector) => [sector.id, sector]))
  const sessions = new Map(pack.programme.map((session) => [session.id, session]))
  const tables = new Map(pack.tables.map((table) => [table.id, table]))
  const questions = new Map(
    pack.programme.flatMap((session) => session.questions.map((question) => [question.id, question])),
  )
  return {
    type: (id: string) => types.get(id),
    priority: (id: string | null) => {
      const priority = id === null ? undefined : priorities.get(id)
      return priority === undefined ? '' : `${priority.label}: ${priority.title}`
    },
    outcomes: (id: string | null) => (id === null ? '' : (priorities.get(id)?.outcomes ?? []).join('\n')),
    /** The sector by its name, and who at the council keeps in touch with it. */
    sector: (id: string) => {
      const sector = sectors.get(id)
      return { sector: sector?.name ?? '', linkOfficer: sector?.linkOfficer ?? '' }
    },
    session: (id: string) => sessions.get(id)?.title ?? id,
    table: (id: string) => tables.get(id)?.name ?? id,
    question: (id: string) => questions.get(id)?.words ?? id,
  }
}

/** The sector of an organisation by its name, as the list of delegates has it; '' where it says none, or several. */
export function sectorsOnTheList(db: Database): (organisation: string) => string {
  const rows = db
    .prepare<[], { organisation: string; sector: string }>(
      "SELECT DISTINCT organisation, sector FROM delegate WHERE status <> 'withdrawn' AND organisation <> '' AND sector <> ''",
    )
    .all()
  const sectors = new Map<string, string>()
  for (const { organisation, sector } of rows) {
    const known = sectors.get(alike(organisation))
    sectors.set(alike(organisation), known === undefined || known === sector ? sector : '')
  }
  return (organisation) => sectors.get(alike(organisation)) ?? ''
}

const alike = (organisation: string): string => organisation.trim().toLocaleLowerCase('en-GB')
