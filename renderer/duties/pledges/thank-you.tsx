/** Thank you: the leaf on the tree, the reference to keep, and what happens next. */
import { dayInWords } from '../../words/days.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Pencil, Plus, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { nextBoardInWords } from '../../../shared/domain/pack-remarks.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { PledgeView } from '../../../shared/domain/pledge.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { useSending } from '../../components/form/use-sending.ts'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Bar, Dock, Heading } from '../../components/page.tsx'
import { PledgeTree } from '../../components/pledge-tree/pledge-tree.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { treeLabel } from '../../components/tree-totals.ts'
import { WayOutQuestion } from '../../components/way-out/way-out-question.tsx'
import { AskFirst } from './ask-first.tsx'
import { byWhenWords } from './questions/by-when.tsx'
import { howManyWords } from './questions/how-many.tsx'
import { typeOf } from './questions/kind.tsx'
import { afterChange, type Made } from './made.ts'
import { useBadgeAfterwards } from './use-badge.ts'
import type { Act } from './use-pledging.ts'

type Props = {
  pack: EventPack
  /** What this person has made, the latest last; that one is shown. */
  made: readonly Made[]
  act: Act
  /** Until somebody has pressed what leads on. */
  hears: boolean
}

export function ThankYou({ pack, made, act, hears }: Props) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const tree = useQuery(api.pledges.tree.queryOptions()).data
  const [asking, setAsking] = useState(false)
  const { busy, said, say, attempt } = useSending()
  useBadgeAfterwards(hears, (words) => say({ tone: 'warn', words }))
  const latest = made.at(-1)
  const own = latest?.leaf
  const leaves = useMemo(
    () => (tree?.leaves ?? []).map((leaf) => (leaf.id === own ? { ...leaf, fresh: true } : leaf)),
    [tree?.leaves, own],
  )
  if (latest === undefined) return null

  const change = (call: (input: { id: string; reason: string }) => Promise<PledgeView>) =>
    attempt(async () => {
      setAsking(false)
      const view = await call({ id: latest.id, reason: '' })
      act({ type: 'changed', made: afterChange(latest, view, latest.flow) })
      void queries.invalidateQueries({ queryKey: api.pledges.tree.key() })
    })

  return (
    <div className="pledges-form stack gap-0">
      <Bar />
      <main className="pledges-thanks">
        <div className="pledges-thanks-words stack gap-4">
          <Heading>{latest.withdrawn ? 'Your pledge is withdrawn' : 'Thank you. Your leaf is on the tree.'}</Heading>
          {latest.withdrawn ? (
            <Sentence tone="warn">
              <p>
                Its leaf has gone from the tree, and nobody will follow it up. Until you finish here you can bring it
                back.
              </p>
            </Sentence>
          ) : (
            <>
              <Keep made={latest} />
              <Next pack={pack} made={latest} />
            </>
          )}
          {made.length < 2 ? null : (
            <p className="small muted">
              You have made {made.length} pledges. The others:{' '}
              {made
                .slice(0, -1)
                .map((one) => `${one.reference}${one.withdrawn ? ' (withdrawn)' : ''}`)
                .join(', ')}
            </p>
          )}
          {pack.wayOut === undefined ? null : <WayOutQuestion asked={pack.wayOut} inPassing />}
          {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
          <div className="row">
            {latest.withdrawn ? (
              <Button look="ghost" icon={Undo2} busy={busy} onClick={() => void change(client.pledges.restore)}>
                Bring it back
              </Button>
            ) : (
              <>
                <Button look="quiet" icon={Pencil} busy={busy} onClick={() => act({ type: 'amend' })}>
                  Change it
                </Button>
                <Button look="quiet" icon={Undo2} busy={busy} onClick={() => setAsking(true)}>
                  Withdraw it
                </Button>
              </>
            )}
          </div>
        </div>
        <div className="pledges-thanks-tree welcome-tree">
          {tree === undefined ? null : <PledgeTree leaves={leaves} seed={pack.id} label={treeLabel(tree.pledges)} />}
        </div>
      </main>
      <Dock>
        <Button big look="ghost" icon={Plus} onClick={() => act({ type: 'another' })}>
          Make another pledge
        </Button>
        <Button big className="push" icon={Check} onClick={() => act({ type: 'finish' })}>
          I have finished
        </Button>
      </Dock>
      {asking ? (
        <AskFirst
          title="Withdraw this pledge?"
          yes="Yes, withdraw it"
          no="No, keep it"
          onYes={() => void change(client.pledges.withdraw)}
          onNo={() => setAsking(false)}
        >
          Its leaf goes from the tree, and nobody will follow it up. You can bring it back until you finish here.
        </AskFirst>
      ) : null}
      <IdleGuard onIdle={() => act({ type: 'idle' })} />
    </div>
  )
}

function Keep({ made: { reference, qr } }: { made: Made }) {
  return (
    <section className="card pledges-keep beside gap-5" aria-label="Your reference">
      <div className="stack gap-1 grow">
        <span className="small muted">Your reference</span>
        <b className="pledges-reference" aria-hidden>
          {reference}
        </b>
        {/* Said one character at a time, as it is written down. */}
        <span className="unseen">{[...reference.replace('-', '')].join(' ')}</span>
        <span className="small">Write it down or take a picture of it.</span>
      </div>
      <QrCode className="pledges-qr" text={qr} label={`QR code of your reference ${reference}`} />
    </section>
  )
}

function Next({ pack, made: { flow, due, dueDerived } }: { pack: EventPack; made: Made }) {
  const { answers } = flow
  const { board, nextBoard } = pack.strategy
  const said = byWhenWords(answers)
  const rows = [
    [
      'Your pledge',
      [typeOf(answers, pack)?.title, answers.howMany.unsure ? '' : howManyWords(answers, pack)]
        .filter(Boolean)
        .join(', '),
    ],
    ['By when', due !== null && dueDerived ? `${said} (${dayInWords(due)})` : said],
    ['What happens next', `It goes into the action plan, which is followed up by: ${board}.`],
    ...(nextBoard === '' ? [] : [['Next meeting', nextBoardInWords(nextBoard)] as const]),
  ] as const
  return (
    <dl className="pledges-next stack gap-3">
      {rows.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
