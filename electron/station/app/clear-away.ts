/** What was taken out of the data leaves its files as well: not even what is free in them holds anything of it. */
import type { Database } from 'better-sqlite3'
import { emptyLog, isPassing, PATIENCE, storageErrorOf, waitFor } from '../kernel/database/index.ts'
import type { Settings } from '../kernel/settings.ts'

/** Data of so many bytes is written anew at once: that takes less than what is answered in one piece anyway. */
const SMALL = 8 * 1024 * 1024

type Deps = { db: Database; settings: Settings }

/**
 * What is deleted is written over, but a page that was put in order keeps, where nothing stands now, pieces of what stood there, and the
 * log keeps pages as they were. So the whole file is written anew after something was taken out. `takenOut` counts how often that was,
 * in the transactions themselves, and `cleared` is how far it is done: nothing that cuts it off makes it forgotten, and another program
 * that takes something out meanwhile is not passed over.
 */
export function createClearing({ db, settings }: Deps) {
  /** What was written anew already, where only the log was still read by somebody. */
  let written: string | null = null

  /** True while records are folded again: rows of before, which stand aside and go later, may hold what was taken out. */
  const isOldLeft = (): boolean =>
    db
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND (name GLOB 'folding*' OR name GLOB 'folded_*')")
      .get() !== undefined
  const isDue = (): boolean => settings.read('takenOut') !== settings.read('cleared')
  const isSmall = (): boolean =>
    Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })) <= SMALL

  /** False where it cannot be done just now. Nobody is waited for: there is a next time. Throws where the data is damaged. */
  const atOnce = (work: () => boolean): boolean => {
    if (db.inTransaction) return false
    waitFor(db, 0)
    try {
      return work()
    } catch (error) {
      const code = storageErrorOf(error)?.code
      // A disk that is full keeps what it has: all of it was undone.
      if (code !== undefined && isPassing(code)) return false
      throw error
    } finally {
      waitFor(db, PATIENCE)
    }
  }

  /** Writes the file anew, in one piece, and as long as a backup takes twice; `onlySmall`: where it would take long, it is left for later. */
  const clear = ({ onlySmall = false } = {}): boolean => {
    if (!isDue()) return true
    if ((onlySmall && !isSmall()) || isOldLeft()) return false
    return atOnce(() => {
      const upTo = settings.read('takenOut')
      if (upTo !== null && written !== upTo) {
        db.exec('VACUUM')
        written = upTo
      }
      if (!emptyLog(db)) return false
      if (upTo !== null) settings.keep('cleared', upTo)
      return true
    })
  }

  return {
    /** To be told in the transaction that takes something out. */
    note: (): void => void settings.keep('takenOut', String(Number(settings.read('takenOut') ?? 0) + 1)),
    /** False in data in which nobody has looked yet whether something was taken out. */
    isNoted: (): boolean => settings.read('takenOut') !== null,
    isDue,
    clear,
    /** Right after something was taken out: the log at least, and all of it where that takes little. Never throws: what is taken out is taken out. */
    soon(): void {
      try {
        if (!clear({ onlySmall: true })) atOnce(() => emptyLog(db))
      } catch {
        // Whatever is wrong with the data is met by whoever reads it next.
      }
    },
  }
}
