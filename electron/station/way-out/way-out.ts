/** The one question at the way out: answers are counted, and nobody is known by theirs. */
import type { Statement } from 'better-sqlite3'
import type { WayOutNumbers } from '../../../shared/contract/way-out.ts'
import type { Actor } from '../../../shared/domain/fact.ts'
import type { StationCore } from '../kernel/core.ts'
import { answerGiven } from './facts.ts'
import { createPace, type Pace } from './pace.ts'

/** Whoever stands there, whatever a member of staff has unlocked. */
const ANYBODY: Actor = { role: 'delegate', delegate: null }
/** Screens that are remembered: a browser’s tabs call themselves what they like. */
const MOST_SCREENS = 200

type WayOutAnswer = { code: 'counted' } | { code: 'wait'; seconds: number }

export type WayOut = ReturnType<typeof createWayOut>

export function createWayOut({ db, journal, now, event }: StationCore) {
  const counts: Statement<[], { answer: string; count: number }> = db.prepare(
    'SELECT answer, count(*) AS count FROM wayOutAnswer GROUP BY answer ORDER BY answer',
  )
  const paces = new Map<string, Pace>()
  const paceOf = (screen: string): Pace => {
    const pace = paces.get(screen) ?? createPace(now)
    paces.delete(screen)
    paces.set(screen, pace)
    for (const oldest of paces.keys()) {
      if (paces.size <= MOST_SCREENS) break
      paces.delete(oldest)
    }
    return pace
  }
  return {
    /** Null where the event asks no such thing. */
    answer(screen: string, answer: string): WayOutAnswer | null {
      if (event().pack.wayOut?.answers.some(({ id }) => id === answer) !== true) return null
      const seconds = paceOf(screen).take()
      if (seconds > 0) return { code: 'wait', seconds }
      journal.commit(ANYBODY, (write) => void write.begin(answerGiven, { answer }))
      return { code: 'counted' }
    },
    /** Null where nothing is asked. */
    numbers(): WayOutNumbers | null {
      const { wayOut } = event().pack
      if (wayOut === undefined) return null
      const given = new Map(counts.all().map(({ answer, count }) => [answer, count]))
      const asked = wayOut.answers.map(({ id, words }) => ({ id, words, count: given.get(id) ?? 0 }))
      const known = new Set(asked.map(({ id }) => id))
      const earlier = [...given].filter(([id]) => !known.has(id)).map(([id, count]) => ({ id, words: '', count }))
      const answers = [...asked, ...earlier]
      return { question: wayOut.question, total: answers.reduce((sum, { count }) => sum + count, 0), answers }
    },
  }
}
