/** The last page: welcome, where they sit, what is on; it clears by itself, and at one touch it is the next person's. */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, HeartHandshake, Hourglass, UserRoundCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SignedInOneself } from '../../../../shared/contract/self-service.ts'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { IdleGuard } from '../../../components/idle-guard.tsx'
import { Bar, Dock, Heading } from '../../../components/page.tsx'
import { PledgeTree } from '../../../components/pledge-tree/pledge-tree.tsx'
import { treeLabel } from '../../../components/tree-totals.ts'
import { useNow } from '../../../components/use-now.ts'
import { OwnBadge } from './own-badge.tsx'
import type { SelfPage } from './self-page.ts'
import { sizeOf } from './size-of.ts'
import { useCountdown } from './use-countdown.ts'
import { lastWords, WORD_WITH_STAFF } from './words.ts'

/** How long the last page stands without a touch. Seconds; at least 20, as it can be made longer. (WCAG 2.2, 2.2.1) */
const STANDS = 20

const ICONS = { ok: CircleCheck, already: UserRoundCheck, staff: HeartHandshake }

export function DonePage({ answer, desk, pack, state, door, onSpeak }: SelfPage & { answer: SignedInOneself }) {
  const { api } = useApi()
  const tree = useQuery(api.pledges.tree.queryOptions()).data
  const now = useNow()
  const [longer, setLonger] = useState(false)
  const left = useCountdown(STANDS, !longer, desk.leave)
  const words = lastWords(answer, { pack, now, station: state.station?.name ?? '' })
  const Icon = ICONS[words.tone]
  const { spoken } = words
  useEffect(() => {
    onSpeak(spoken)
    // Gone with the page: also when the next person scans, nobody is to hear the name of the last.
    return () => onSpeak('')
    // What is on may change while it stands there; it is said once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div className="self-form fill stack gap-0">
      <Bar title={<span className="welcome-host if-wide">{pack.name}</span>} />
      <main className="self-done lit" data-tone={words.tone}>
        <div className="self-done-words stack gap-5">
          {words.name === '' ? null : (
            <p className="self-name any-break" data-size={sizeOf(words.name)}>
              Welcome, <bdi>{words.name}</bdi>
            </p>
          )}
          <div className="self-done-title beside top gap-4">
            <Icon className="icon" aria-hidden />
            <div className="stack gap-1">
              <Heading>{words.title}</Heading>
              {words.more === '' ? null : <p className="muted">{words.more}</p>}
            </div>
          </div>
          {words.wordWithStaff ? (
            <p className="self-staff-word beside gap-4">
              <HeartHandshake className="icon" aria-hidden />
              {WORD_WITH_STAFF}
            </p>
          ) : null}
          {words.facts.length === 0 ? null : (
            <dl className="self-facts stack gap-4 card">
              {words.facts.map((fact) => (
                <div key={fact.term}>
                  <dt>{fact.term}</dt>
                  <dd>
                    <bdi>{fact.words}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <OwnBadge answer={answer} door={door} />
        </div>
        <div className="welcome-tree">
          {tree === undefined ? null : (
            <PledgeTree leaves={tree.leaves} seed={pack.id} label={treeLabel(tree.pledges)} />
          )}
        </div>
      </main>
      <Dock>
        {longer ? null : (
          <Button look="quiet" icon={Hourglass} onClick={() => setLonger(true)}>
            I need more time
          </Button>
        )}
        {longer ? null : (
          <span className="small muted self-clears">
            This page clears in <span aria-hidden>{left}</span>
            <span className="unseen">about {STANDS}</span> seconds
          </span>
        )}
        <Button big className="push" onClick={desk.leave}>
          I have finished
        </Button>
      </Dock>
      {longer ? <IdleGuard onIdle={desk.leave} kept={false} /> : null}
    </div>
  )
}
