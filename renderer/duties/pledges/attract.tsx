/** The attract screen: the invitation, the tree as it stands, and one button. */
import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { DisplayButton } from '../../components/display-button.tsx'
import { keepDisplay, USUAL_DISPLAY } from '../../components/display.ts'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Heading } from '../../components/page.tsx'
import { PledgeTree } from '../../components/pledge-tree/pledge-tree.tsx'
import { countWords, largestTypes, treeLabel, unitOf } from '../../components/tree-totals.ts'
import { useFreshLeaves } from '../../components/use-fresh-leaves.ts'
import { PrivacyDialog } from '../../components/privacy-dialog.tsx'
import { ExplanationDialog } from './about.tsx'

/** After this long without a touch the next person finds the usual type and colours again. Milliseconds. */
const USUAL_AGAIN = 120_000

export function Attract({ pack, onStart }: { pack: EventPack; onStart: () => void }) {
  const { api } = useApi()
  const tree = useQuery(api.pledges.tree.queryOptions()).data
  const leaves = useFreshLeaves(tree?.leaves)
  const [reading, setReading] = useState<'explanation' | 'privacy' | null>(null)
  const close = () => setReading(null)
  useUsualDisplay(reading === null)
  const length = pack.invitation.length
  return (
    <main className="welcome lit">
      <div className="welcome-words stack">
        <p className="welcome-host">{pack.name}</p>
        <div
          className="pledges-invitation welcome-title"
          data-length={length > 90 ? 'longest' : length > 60 ? 'long' : undefined}
        >
          <Heading>{pack.invitation}</Heading>
        </div>
        <p className="muted pledges-invite-hint welcome-lead">{pack.invitationHint}</p>
        <div>
          <Button big then={ArrowRight} onClick={onStart}>
            Make your pledge
          </Button>
        </div>
        {tree === undefined ? null : <Totals pack={pack} tree={tree} />}
      </div>
      <div className="welcome-tree">
        {tree === undefined ? null : (
          <PledgeTree leaves={leaves} seed={pack.id} label={treeLabel(tree.pledges)} growing />
        )}
      </div>
      <footer className="welcome-foot row">
        <Button look="quiet" onClick={() => setReading('explanation')}>
          What is corporate parenting?
        </Button>
        <Button look="quiet" onClick={() => setReading('privacy')}>
          About your information
        </Button>
        <DisplayButton />
        <Link href="/staff" className="btn quiet push pledges-staff">
          Staff
        </Link>
      </footer>
      {reading === 'explanation' ? <ExplanationDialog pack={pack} onClose={close} /> : null}
      {reading === 'privacy' ? <PrivacyDialog pack={pack} onClose={close} /> : null}
      {reading === null ? null : (
        <IdleGuard
          onIdle={() => {
            keepDisplay(USUAL_DISPLAY)
            close()
          }}
        />
      )}
    </main>
  )
}

function Totals({ pack, tree }: { pack: EventPack; tree: Parameters<typeof largestTypes>[0] & { pledges: number } }) {
  if (tree.pledges === 0)
    return <p className="pledges-first">Be the first: the tree is in bud, and your pledge opens its first leaf.</p>
  const totals = [
    { words: tree.pledges === 1 ? 'pledge so far' : 'pledges so far', count: tree.pledges },
    ...largestTypes(tree, pack.pledgeTypes, 2).map(({ type, quantity }) => ({
      words: unitOf(type, quantity),
      count: quantity,
    })),
  ]
  return (
    <ul className="pledges-totals row">
      {totals.map(({ words, count }) => (
        <li key={words}>
          <b>{countWords(count)}</b> <span className="muted">{words}</span>
        </li>
      ))}
    </ul>
  )
}

/** Nobody is warned here, as nothing of theirs is at stake. */
function useUsualDisplay(active: boolean): void {
  useEffect(() => {
    if (!active) return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => keepDisplay(USUAL_DISPLAY), USUAL_AGAIN)
    }
    wait()
    const events = ['pointerdown', 'keydown'] as const
    for (const event of events) window.addEventListener(event, wait, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const event of events) window.removeEventListener(event, wait)
    }
  }, [active])
}
