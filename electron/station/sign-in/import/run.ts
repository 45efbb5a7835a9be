/** Runs an import: reads the file, decides row by row, and writes it all in one transaction, or only says what it would do. */
import type { z } from 'zod'
import type { ImportCounts, ImportPreview, importInput } from '../../../../shared/contract/sign-in.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import type { StationCore } from '../../core.ts'
import { delegateAdded, delegateAmended, needsRecorded } from '../facts.ts'
import { type Listed, matchImport } from './match.ts'
import { type Mapping, recogniseMapping } from './mapping.ts'
import { type DelegatesRead, readDelegates } from './read-delegates.ts'
import { readTable } from './read-table.ts'
import type { Table } from './table.ts'

type Input = z.infer<typeof importInput>
type Refused = { code: 'file-refused'; sentence: string; todo: string }

/** What the importer needs of the sign-in desk. */
export type ImportDeps = StationCore & {
  likely: (person: {
    name: string
    organisation: string
    email: string
  }) => { name: string; organisation: string } | null
  newBadge: () => string
}

const IMPORTED_AGAIN = 'Imported again'

export function createImporter({ db, journal, event, likely, newBadge }: ImportDeps) {
  const listed = db.prepare<[], Omit<Listed, 'withdrawn'> & { status: string }>(
    "SELECT d.id, d.name, d.role, d.organisation, d.sector, d.email, d.tableName AS 'table', d.ticket, d.status, coalesce(n.access, '') AS access, coalesce(n.dietary, '') AS dietary FROM delegate d LEFT JOIN needs n ON n.id = d.id",
  )
  /** The fields that somebody has changed by hand since they were imported. */
  const corrected = (id: string): ReadonlySet<string> => {
    const fields = new Set<string>()
    for (const fact of journal.facts.about(id)) {
      if (fact.type !== delegateAmended.type) continue
      const body = delegateAmended.body.parse(fact.body)
      if (body.reason !== IMPORTED_AGAIN) for (const field of Object.keys(body.changes)) fields.add(field)
    }
    return fields
  }

  type Understood = { table: Table; mapping: Mapping; read: DelegatesRead }

  const understand = (
    name: string,
    bytes: Uint8Array,
    { encoding, sheet, mapping: asked }: Omit<Input, 'file'>,
  ): Understood | Refused => {
    const table = readTable(name, bytes, { encoding, sheet })
    if (table.kind === 'fault') return { code: 'file-refused', sentence: table.sentence, todo: table.todo }
    const guessed = recogniseMapping(
      table.headings,
      table.rows.slice(0, 50).map((row) => row.cells),
    )
    const mapping: Mapping = asked === null ? guessed : { ...guessed, fields: { ...guessed.fields, ...asked } }
    const { sectors, tables } = event().pack
    return { table, mapping, read: readDelegates(table, mapping, { sectors, tables: tables.map((one) => one.name) }) }
  }
  const decide = ({ read }: Understood) =>
    matchImport(read.candidates, {
      listed: (function* () {
        for (const { status, ...row } of listed.all()) yield { ...row, withdrawn: status === 'withdrawn' }
      })(),
      similar: likely,
      corrected,
    })
  const countsOf = ({ read }: Understood, matched: ReturnType<typeof decide>): ImportCounts => ({
    rows: read.rows,
    added: matched.adds.length,
    updated: matched.updates.length,
    unchanged: matched.unchanged,
    repeated: matched.repeated,
    duplicates: matched.duplicates,
    faulty: read.faulty,
    faults: read.faults,
    notices: [
      ...read.notices.map(({ row, column, value, reason, rows }) => ({
        row,
        column,
        value,
        reason: rows > 1 ? `${reason} (${rows} rows)` : reason,
      })),
      ...matched.notices,
    ],
  })

  return {
    /** What an import of this file would do; changes nothing. */
    preview(
      name: string,
      bytes: Uint8Array,
      options: Omit<Input, 'file'>,
    ): ({ code: 'preview' } & ImportPreview) | Refused {
      const understood = understand(name, bytes, options)
      if ('code' in understood) return understood
      const { table, mapping, read } = understood
      return {
        code: 'preview',
        format: mapping.format,
        encoding: table.encoding,
        encodingGuessed: table.encodingGuessed,
        sheets: table.sheets,
        sheet: table.sheet,
        headings: table.headings,
        leftBehind: read.leftBehind,
        mapping: mapping.fields,
        sample: read.candidates
          .slice(0, 6)
          .map(({ row, name: person, role, organisation, sector, email, table: seat }) => ({
            row,
            name: person,
            role,
            organisation,
            sector,
            email,
            table: seat,
          })),
        counts: countsOf(understood, decide(understood)),
      }
    },
    run(
      actor: Actor,
      name: string,
      bytes: Uint8Array,
      options: Omit<Input, 'file'>,
    ): ({ code: 'imported' } & ImportCounts) | Refused {
      const understood = understand(name, bytes, options)
      if ('code' in understood) return understood
      const matched = decide(understood)
      journal.commit(actor, (write) => {
        for (const {
          name: person,
          role,
          organisation,
          sector,
          email,
          table,
          badge,
          accessNeeds,
          dietaryNeeds,
        } of matched.adds) {
          const { subject } = write.begin(delegateAdded, {
            name: person,
            role,
            organisation,
            sector,
            email,
            table,
            badge: newBadge(),
            ticket: badge,
            walkIn: false,
          })
          if (accessNeeds !== '' || dietaryNeeds !== '')
            write.about(needsRecorded, subject, { access: accessNeeds, dietary: dietaryNeeds })
        }
        for (const { id, changes, needs } of matched.updates) {
          if (Object.keys(changes).length > 0) write.about(delegateAmended, id, { changes, reason: IMPORTED_AGAIN })
          if (needs !== null) write.about(needsRecorded, id, needs)
        }
      })
      return { code: 'imported', ...countsOf(understood, matched) }
    },
  }
}
