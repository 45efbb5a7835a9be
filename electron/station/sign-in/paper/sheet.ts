/** The lines of the paper sheet: everyone on the list, sorted once for as long as the list stays the same. */
import type { Statement } from 'better-sqlite3'
import type { SheetLine, WhoseLines } from '../../../../shared/contract/paper.ts'
import { inSurnameOrder, NAME_LETTERS } from '../../../../shared/domain/name-order.ts'
import type { StationCore } from '../../kernel/core.ts'
import { createDataVersion } from '../../kernel/database/index.ts'

type OtherLetters = Omit<SheetLine, 'letter' | 'here'>

/** As many as one answer may have. */
const MOST_OTHERS = 500

type Asked = { who: WhoseLines; from: string; to: string; offset: number; limit: number }

export function createSheet({ db, journal }: StationCore) {
  const listed: Statement<[], Omit<SheetLine, 'letter'>> = db.prepare(
    `SELECT d.id, d.name, d.organisation, d.tableName AS "table", CASE WHEN a.presence = 'here' THEN a.since END AS here
     FROM delegate d LEFT JOIN attendance a ON a.id = d.id WHERE d.status = 'listed'`,
  )
  // Letters of Western and Central Europe, and the marks that people type between words, are in our own font.
  const beyondLatin: Statement<[], OtherLetters> = db.prepare(
    `SELECT id, name, organisation, tableName AS "table" FROM delegate
     WHERE status = 'listed' AND name GLOB '*[^ -~\u00a0-\u024f‘’“”–—…]*'`,
  )
  const version = createDataVersion(db)
  let edition = 0
  let sorted: SheetLine[] | null = null
  let seen = -1
  journal.onCommit(({ changes }) => {
    if (changes.has('delegates') || changes.has('attendance')) sorted = null
  })
  /** Sorted again after a change here, or when another program (the terminal) has written to this data. */
  const lines = (): SheetLine[] => {
    if (sorted === null || seen !== version()) {
      seen = version()
      sorted = inSurnameOrder(listed.all()).map(({ person, letter }) => ({ ...person, letter }))
      edition += 1
    }
    return sorted
  }
  const of = (who: WhoseLines) => (who === 'everyone' ? lines() : lines().filter((line) => line.here === null))

  return {
    page({ who, from, to, offset, limit }: Asked): { edition: number; total: number; items: SheetLine[] } {
      const [first, last] = [NAME_LETTERS.indexOf(from), NAME_LETTERS.indexOf(to)]
      const wanted = of(who).filter(({ letter }) => {
        const place = NAME_LETTERS.indexOf(letter)
        return place >= first && place <= last
      })
      return { edition, total: wanted.length, items: wanted.slice(offset, offset + limit) }
    },
    otherLetters: (): OtherLetters[] =>
      inSurnameOrder(beyondLatin.all())
        .slice(0, MOST_OTHERS)
        .map(({ person }) => person),
    letters(who: WhoseLines): { letter: string; people: number }[] {
      const people = new Map<string, number>()
      for (const { letter } of of(who)) people.set(letter, (people.get(letter) ?? 0) + 1)
      return [...people].map(([letter, count]) => ({ letter, people: count }))
    },
  }
}
