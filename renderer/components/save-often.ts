/** Saves a text while it is being typed: a moment after the last key, and never more than a second after one. */

/** Milliseconds. */
const PAUSE = 250
const LONGEST = 1000

export type SaveOften = ReturnType<typeof createSaveOften>

/** `save` is given one text at a time, the newest, and not the next before it has answered or failed. */
export function createSaveOften(save: (text: string) => Promise<unknown>) {
  let unsaved: string | null = null
  /** How often everything was thrown away. */
  let forgotten = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<unknown> = Promise.resolve()

  const stopWaiting = () => {
    clearTimeout(pause)
    clearTimeout(longest)
    longest = undefined
  }
  const saveNewest = async () => {
    const text = unsaved
    const before = forgotten
    unsaved = null
    if (text === null) return
    try {
      await save(text)
    } catch {
      // Nobody has it: unless it was thrown away meanwhile, it goes with the next key, or when the page is hidden or the form closes.
      if (before === forgotten) unsaved ??= text
    }
  }
  const after = (work: () => Promise<unknown>): Promise<void> => {
    const done = queue.then(work).catch(() => undefined)
    queue = done
    return done.then(() => undefined)
  }
  /** Saves what is not saved yet, now. Resolves when nothing is on its way any more. */
  const flush = (): Promise<void> => {
    stopWaiting()
    return after(saveNewest)
  }
  return {
    /** This is what the form holds now. */
    typed(text: string): void {
      unsaved = text
      clearTimeout(pause)
      pause = setTimeout(() => void flush(), PAUSE)
      longest ??= setTimeout(() => void flush(), LONGEST)
    },
    flush,
    /** What is not saved yet never will be. */
    forget(): void {
      stopWaiting()
      unsaved = null
      forgotten += 1
    },
    /** Begins `work` when all before it has been answered; what is typed from now on is saved after it. */
    after,
  }
}
