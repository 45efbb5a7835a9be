/** Runs an import: looks at the list, and writes it all in one transaction, or only says what it would do. */
import { createHash } from 'node:crypto'
import type {
  ImportCounts,
  Imported,
  ImportOptions,
  ImportPreview,
  ImportProgress,
} from '../../../../shared/contract/import.ts'
import type { Actor } from '../../../../shared/domain/fact.ts'
import type { StationCore } from '../../kernel/core.ts'
import { checkpoint } from '../../kernel/database/index.ts'
import { drain } from '../../../turns.ts'
import { UNNAMED } from '../facts.ts'
import { type Against, countsOf, type Looked, looking, toldOf } from './look.ts'
import type { Listed } from './match.ts'
import { type Reading, readTable, type Table, type TableFault } from '../../../files/tables/index.ts'
import { correctedIn } from './origin.ts'
import { DELEGATE_LIST } from './headings.ts'
import { idInList } from './person-id.ts'
import { previewOf, seenOf, shownOf } from './shown.ts'
import { paced, toHear } from './steps.ts'
import { createTableKeeper } from './table-keeper.ts'
import type { RowFault } from './notices.ts'
import { writeImport } from './write.ts'

type Refused = { code: 'file-refused'; sentence: string; todo: string }
type Told = Pick<RowFault, 'row' | 'column' | 'value' | 'reason'>
type Whole = ImportCounts & { faults: Told[]; notices: Told[] }

/** What the importer needs of the sign-in desk. */
export type ImportDeps = StationCore & {
  likely: (person: { name: string; organisation: string; email: string }) => readonly { id: string }[]
  newBadge: () => string
  /** The ids of those who were erased: they never come back under them. */
  erased: () => ReadonlySet<string>
}

/** As many people of the list as are read at once. */
const READ = 2000
const EVERYONE =
  "SELECT d.id, d.name, d.role, d.organisation, d.area, d.sector, d.email, d.tableName AS 'table', d.ticket, d.status, coalesce(n.access, '') AS accessNeeds, coalesce(n.dietary, '') AS dietaryNeeds FROM delegate d LEFT JOIN needs n ON n.id = d.id WHERE d.id > ? ORDER BY d.id LIMIT ?"

export function createImporter({ db, journal, event, likely, newBadge, erased }: ImportDeps) {
  const listed = db.prepare<[string, number], Omit<Listed, 'withdrawn'> & { status: string }>(EVERYONE)
  const needs = db.prepare<[string], { access: string; dietary: string }>(
    'SELECT access, dietary FROM needs WHERE id = ?',
  )
  const isIn = db.prepare<[string], { id: string }>(
    "SELECT id FROM listImport WHERE digest = ? AND undone = '' AND undoing = '' LIMIT 1",
  )
  const onList = db.prepare<[string, string], { id: string }>('SELECT id FROM delegate WHERE id = ? AND name <> ?')
  const keeper = createTableKeeper()
  let changes = 0
  journal.onCommit((committed) => {
    if (committed.changes.has('delegates')) changes += 1
  })
  /** Another one as soon as anybody's details have changed, also where another program wrote to this data. */
  const version = () => `${changes} ${String(db.pragma('data_version', { simple: true }))}`

  // In pieces, because a statement that is still being read keeps every other from writing.
  function* everyone(): Generator<Listed> {
    let last = ''
    for (;;) {
      const rows = listed.all(last, READ)
      for (const { status, ...row } of rows) yield { ...row, withdrawn: status === 'withdrawn' }
      const end = rows.at(-1)
      if (end === undefined || rows.length < READ) return
      last = end.id
    }
  }
  const against = (): Against => {
    const { sectors, tables } = event().pack
    return {
      event: { sectors, tables: tables.map((one) => one.name) },
      listed: everyone(),
      similar: likely,
      corrected: (id) => correctedIn(journal.facts.about(id)),
    }
  }
  const lookAt = (table: Table, options: Partial<ImportOptions>): Looked => drain(looking(table, options, against()))
  /**
   * Writes what was looked at when the list was at `before`, if `isWanted` says so of how it stands once no other program can write any
   * more: it is looked at again where it has changed since.
   */
  function write(
    actor: Actor,
    { looked, before, name, bytes }: { looked: Looked; before: string; name: string; bytes: Uint8Array },
    isWanted: (now: Looked) => boolean,
  ): { now: Looked; isWritten: boolean } {
    const digest = createHash('sha256').update(bytes).digest('hex')
    const written = journal.commit(actor, (writer) => {
      const now = before === version() ? looked : lookAt(looked.table, looked.options)
      const isWritten = isWanted(now)
      if (isWritten) {
        const list = { event: event().id, digest, sheet: now.table.sheet }
        const gone = erased()
        writeImport(writer, now.matched, {
          list: { name, digest, isIn: isIn.get(digest) !== undefined },
          idFor(row) {
            const id = idInList(list, row)
            // Somebody may have it who is called so differently by now that nothing else tells that it is them.
            return gone.has(id) || onList.get(id, UNNAMED) !== undefined ? null : id
          },
          newBadge,
          needsOf: (id) => needs.get(id) ?? { access: '', dietary: '' },
        })
      }
      return { now, isWritten }
    })
    if (written.isWritten) checkpoint(db)
    return written
  }

  /** Reads and looks, telling how far it is; what came of it, or why the file is refused. */
  async function* inTurns(
    name: string,
    bytes: Uint8Array,
    options: Partial<ImportOptions>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<ImportProgress, Looked | Refused> {
    yield { code: 'progress', phase: 'reading', done: 0, of: 0 }
    const table = await keeper.table(name, bytes, readingOf(options), signal)
    if (table.kind === 'fault') return refusal(table)
    const before = version()
    const looks = paced(looking(table, options, against()), signal)
    for (;;) {
      const look = await looks.next()
      if (look.done !== true) {
        yield { code: 'progress', phase: 'matching', ...look.value }
        continue
      }
      // Somebody was added or corrected between two steps: what was compared may be half old.
      return before === version() ? look.value : lookAt(table, options)
    }
  }

  return {
    /** What an import of this file would do; changes nothing. Without `top` a list without headings is refused. */
    preview(
      name: string,
      bytes: Uint8Array,
      options: Partial<ImportOptions>,
    ): ({ code: 'preview'; counts: Whole } & Pick<ImportPreview, 'mapping'>) | Refused {
      const table = readTable(name, bytes, readingOf(options))
      if (table.kind === 'fault') return refusal(table)
      const looked = lookAt(table, options)
      return { code: 'preview', mapping: looked.mapping.fields, counts: { ...countsOf(looked), ...toldOf(looked) } }
    },
    run(
      actor: Actor,
      name: string,
      bytes: Uint8Array,
      options: Partial<ImportOptions>,
    ): ({ code: 'imported' } & Whole) | Refused {
      const table = readTable(name, bytes, readingOf(options))
      if (table.kind === 'fault') return refusal(table)
      const before = version()
      const looked = lookAt(table, options)
      const { now } = write(actor, { looked, before, name, bytes }, () => true)
      return { code: 'imported', ...countsOf(now), ...toldOf(now) }
    },
    /** The preview for a screen, while others go on with their work. */
    async *previewing(
      name: string,
      bytes: Uint8Array,
      options: Partial<ImportOptions>,
      signal?: AbortSignal,
    ): AsyncGenerator<ImportProgress | ImportPreview | Refused> {
      const looked = yield* inTurns(name, bytes, options, signal)
      yield 'code' in looked ? looked : previewOf(looked)
    },
    /** The import for a screen. Stops when `signal` says so until it writes; then all of it is written, or none. */
    async *importing(
      actor: Actor,
      name: string,
      bytes: Uint8Array,
      { seen, ...options }: Partial<ImportOptions> & { seen: string },
      signal?: AbortSignal,
    ): AsyncGenerator<ImportProgress | Imported | { code: 'changed'; preview: ImportPreview } | Refused> {
      const looked = yield* inTurns(name, bytes, options, signal)
      if ('code' in looked) {
        yield looked
        return
      }
      const before = version()
      const facts = looked.matched.adds.length + looked.matched.updates.length
      yield { code: 'progress', phase: 'writing', done: 0, of: facts }
      // The screen has to hear that it cannot be stopped any more before nothing else is heard.
      await toHear()
      signal?.throwIfAborted()
      const isSeen = (now: Looked) => now.matched.unmet === 0 && seenOf(now) === seen
      const { now, isWritten } = write(actor, { looked, before, name, bytes }, isSeen)
      if (!isWritten) {
        yield { code: 'changed', preview: previewOf(now) }
        return
      }
      keeper.forget()
      yield { code: 'imported', ...shownOf(now) }
    },
  }
}

const readingOf = ({ encoding = null, sheet = null, top = 'headings' }: Partial<ImportOptions>): Reading => ({
  encoding,
  sheet,
  top: top ?? 'guess',
  vocabulary: DELEGATE_LIST,
})

const refusal = ({ sentence, todo }: TableFault): Refused => ({ code: 'file-refused', sentence, todo })
