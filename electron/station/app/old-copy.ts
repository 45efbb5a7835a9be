/** The backup that was made before the facts were written anew: it keeps what people were called, so it goes when it is of no more use. */
import { type Backup, letGo, listBackups } from '../kernel/database/index.ts'
import type { Settings } from '../kernel/settings.ts'

/** Milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000

type Deps = { folder: string; settings: Settings; now: () => number; backUp: () => unknown }

export function createOldCopy({ folder, settings, now, backUp }: Deps) {
  const kept = (): Backup | undefined => {
    const name = settings.read('oldCopy')
    return name === null ? undefined : listBackups(folder).find((one) => one.name === name)
  }
  const go = (): void => {
    const copy = kept()
    if (copy !== undefined) letGo(folder, copy.name)
    settings.forget('oldCopy')
  }
  return {
    /** The newest backup is it. */
    note(): void {
      const [newest] = listBackups(folder)
      if (newest !== undefined) settings.keep('oldCopy', newest.name)
    },
    /** With the first person who is forgotten, for there they are still; another backup takes its place. Never throws: they are forgotten. */
    go(): void {
      try {
        if (kept() !== undefined) backUp()
        go()
      } catch {
        // The next opening, or the next erasure, tries again.
      }
    },
    /** Never before there is a newer one. Never throws: a tablet opens also while something else has that file. */
    goIfOld(): void {
      try {
        const copy = kept()
        if (copy === undefined || now() - Date.parse(copy.taken) <= KEPT) return
        if (listBackups(folder)[0]?.name === copy.name) backUp()
        go()
      } catch {
        // The next opening tries again.
      }
    },
  }
}
