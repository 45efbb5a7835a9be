/** Notices at each writing whether the clock was set since the last one, whichever program wrote that. */
import { z } from 'zod'
import { readWritten } from '../database/index.ts'
import { type Stepped, within } from './clock-facts.ts'

/** Clocks are set to the minute, and drift: further ahead than this, and somebody has set it. Milliseconds. */
const LIMIT = 2 * 60 * 1000

/**
 * What this station remembers of its clock. It lies with its data and is written in the transaction that it is about: so every program on
 * the same data knows it, and what is not kept is not remembered.
 */
const keptSchema = z.object({
  /** How far the wall clock was ahead of the steady one, in milliseconds; null where there is none. */
  offset: z.int().nullable(),
  /** The number from which its last stretch counts, 0 where its clock was never set. */
  since: z.int(),
  /** From this number on nobody can tell whether it runs on as before, which is not written yet; null where that is not so. */
  doubt: z.int().nullable(),
  /** So often this was written, so that what was written since an opening is never what was there then. */
  count: z.int(),
})
type Kept = z.infer<typeof keptSchema>

type Deps = {
  /** The wall clock, in milliseconds. */
  now: () => number
  /** Milliseconds since the machine was started, asleep or awake, by a clock that nobody can set; null where there is none. */
  steady: (() => number) | null
  read: () => string | null
  keep: (text: string) => void
}

type Look = {
  /** The number of the fact that is to come. */
  seq: number
  /** What the clock said at this station’s last fact; null where there is none. */
  last: number | null
  /** Somebody said something of this clock, or is just about to. */
  isSpokenOf: () => boolean
}

export function createClockWatch({ now, steady, read, keep }: Deps) {
  let lastRead: { text: string; kept: Kept } | null = null
  /** It is asked at every writing, and seldom changes. */
  const kept = (text: string | null): Kept | null => {
    if (text === null) return null
    if (lastRead?.text !== text) lastRead = { text, kept: readWritten(keptSchema, text) }
    return lastRead.kept
  }
  const offsetNow = (): number | null => (steady === null ? null : Math.round(now() - steady()))
  const isFar = (by: number): boolean => Math.abs(by) > LIMIT

  const atOpening = read()
  /**
   * Between two openings the machine may have been started anew, and its steady clock with it: where the two clocks stand otherwise than
   * they did, nobody can tell by how much it was set, or whether.
   */
  const isDoubtful = ((): boolean => {
    const [offset, before] = [offsetNow(), kept(atOpening)?.offset ?? null]
    return offset !== null && (before === null || isFar(offset - before))
  })()

  /** How it stands at a writing after `last`. What was kept after this program was opened was kept by the same machine, without a stop. */
  function standing(last: number) {
    const text = read()
    const was = kept(text)
    const offset = offsetNow()
    const isUnsure = isDoubtful && text === atOpening
    const before = was?.offset ?? null
    const by = isUnsure || offset === null || before === null ? null : offset - before
    const isBack = now() < last
    return { was, offset, by, isUnsure, isBack, isSet: isBack || (by !== null && isFar(by)) }
  }

  const note = (was: Kept | null, next: Omit<Kept, 'count'>): void => {
    if (was !== null && was.offset === next.offset && was.since === next.since && was.doubt === next.doubt) return
    keep(JSON.stringify({ ...next, count: (was?.count ?? 0) + 1 }))
  }

  return {
    /**
     * Before the first fact of a commit, in its transaction: what is to be written of the clock before it, one after the other. It never
     * reads less than `last` without being told. Where nobody said anything of this clock a doubt is only remembered, for nothing is put
     * right: a machine that is started anew each morning says nothing of it each time.
     */
    look({ seq, last, isSpokenOf }: Look): Stepped[] {
      if (last === null) {
        note(kept(read()), { offset: offsetNow(), since: 0, doubt: null })
        return []
      }
      const { was, offset, by, isUnsure, isSet } = standing(last)
      const steps: Stepped[] = []
      let since = was?.since ?? 0
      let doubt = was?.doubt ?? null
      if (isSet) {
        steps.push({ by: by === null ? null : within(by) })
        since = seq
      }
      if (isUnsure) doubt = isSet ? null : seq
      if (doubt !== null && isSpokenOf()) {
        steps.push(doubt === seq ? { by: null } : { by: null, from: doubt })
        since = Math.max(since, doubt)
        doubt = null
      }
      // Small differences are drift, and add up.
      note(was, { offset: isSet || isUnsure || was === null ? offset : (was.offset ?? offset), since, doubt })
      return steps
    },
    /**
     * It goes on under another id, after it wrote `last`: the number from which the clock ran as it does, and by how many milliseconds it
     * is further ahead since the last fact. Undefined where nobody can tell.
     */
    goingOn(last: number | null): { since: number; by: number } | undefined {
      if (last === null) return undefined
      const { was, by, isUnsure, isSet } = standing(last)
      if (was === null || was.doubt !== null || isUnsure) return undefined
      if (!isSet) return { since: was.since, by: 0 }
      const set = by === null ? null : within(by)
      return set === null ? undefined : { since: was.since, by: set }
    },
  }
}
