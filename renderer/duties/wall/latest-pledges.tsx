/** The latest pledges, moving on calmly; named only where the person said yes. */
import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Tree } from '../../../shared/contract/pledges.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import { LeafDot } from '../../components/leaf-dot.tsx'
import { pledgedWords } from '../../components/tree-totals.ts'
import { SHOWN, windowOf } from './ticker.ts'

/** Long enough to read three of them across a hall. Milliseconds. */
const MOVE = 9000

type Props = { pack: EventPack; latest: Tree['latest']; beside: boolean }

export function LatestPledges({ pack, latest, beside }: Props) {
  // Where nobody can hold it still it does not move by itself; only a new pledge moves it. (WCAG 2.2, 2.2.2)
  const [still, setStill] = useState(() => beside || matchMedia('(prefers-reduced-motion: reduce)').matches)
  const newest = latest[0]?.id
  // A new pledge comes to the top at once, and the list moves on from there.
  const [moved, setMoved] = useState({ from: newest, times: 0 })
  const moves = moved.from === newest ? moved.times : 0
  const moving = latest.length > SHOWN
  useEffect(() => {
    if (!moving || still) return
    const timer = setInterval(
      () => setMoved((now) => ({ from: newest, times: now.from === newest ? now.times + 1 : 1 })),
      MOVE,
    )
    return () => clearInterval(timer)
  }, [moving, still, newest])
  return (
    <section className="wall-latest" aria-label="The latest pledges">
      <ul>
        {windowOf(latest, moves).map(({ id, type: typeId, quantity, who }) => {
          const type = pack.pledgeTypes.find((one) => one.id === typeId)
          if (type === undefined) return null
          return (
            <li key={id}>
              <LeafDot leaf={type.leaf} icon={type.icon} small />
              <span>
                <b>{who === '' ? 'Someone' : who}</b> pledged {pledgedWords(type, quantity)}
              </span>
            </li>
          )
        })}
      </ul>
      {moving && !beside ? (
        <Button
          look="quiet"
          className="wall-pause"
          icon={still ? Play : Pause}
          aria-label={still ? 'Let the list move' : 'Hold the list still'}
          onClick={() => setStill(!still)}
        />
      ) : null}
    </section>
  )
}
