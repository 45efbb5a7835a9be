/** The badge codes of one person: more than one where two tablets read the list that they are on. Each finds them. */
import type { Database, Statement } from 'better-sqlite3'

/** `badge` is printed; `otherBadges` are with spaces between. */
type Codes = { badge: string; otherBadges: string }

/** A person's codes with one more. The first stays the one that is printed; nobody has one twice. */
export function withCode({ badge, otherBadges }: Codes, code: string): Codes {
  if (code === '') return { badge, otherBadges }
  if (badge === '') return { badge: code, otherBadges }
  const others = otherBadges.split(' ').filter((other) => other !== '')
  const isKnown = code === badge || others.includes(code)
  return { badge, otherBadges: (isKnown ? others : [...others, code]).join(' ') }
}

/** Answers with the id of the one whose code this is, as `readBadge` gives it; null where nobody on the list has it. */
export function createBadgeCodes(db: Database): (code: string) => string | null {
  // The second half looks through an index that has nothing else in it, and only where the first finds nobody.
  const whose: Statement<[{ code: string }], { id: string }> = db.prepare(`
    SELECT id FROM delegate WHERE badge = @code
    UNION ALL
    SELECT id FROM delegate WHERE otherBadges <> '' AND instr(' ' || otherBadges || ' ', ' ' || @code || ' ') > 0
    LIMIT 1`)
  return (code) => whose.get({ code })?.id ?? null
}
