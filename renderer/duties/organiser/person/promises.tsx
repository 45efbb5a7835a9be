/** What one person promised, and the actions and ideas that name them: each opens as it does from its own list. */
import { useState } from 'react'
import type { PersonPage } from '../../../../shared/contract/people.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { Button } from '../../../components/button.tsx'
import { Chip } from '../../../components/chip.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { shownReference } from '../lists/reference-search.ts'
import { PledgePanel } from '../pledges/pledge-panel.tsx'
import { byWhenWords, howManyWords } from '../pledges/pledge-words.ts'
import { ActionPanel } from '../workshops/action-panel.tsx'
import { IdeaPanel } from '../workshops/idea-panel.tsx'

type Props = { page: PersonPage; pack: EventPack; onChanged: () => Promise<void> }
type Line = { id: string; reference: string; words: string; more: string; gone: boolean }

export function Promises({ page: { pledges, actions, ideas }, pack, onChanged }: Props) {
  const [opened, setOpened] = useState<string | null>(null)
  const close = () => setOpened(null)
  const changed = () => void onChanged()
  const at = <T extends { id: string }>(all: readonly T[]): T | undefined => all.find(({ id }) => id === opened)
  const [pledge, action, idea] = [at(pledges), at(actions), at(ideas)]
  const shown = pledge ?? action ?? idea
  const entry = (one: { id: string; reference: string; status: string }) => ({
    id: one.id,
    reference: shownReference(pack.code, one.reference),
    gone: one.status === 'withdrawn',
  })
  return (
    <div className="stack gap-5">
      <Lines
        title="What they promised"
        none="Nothing under their name yet."
        lines={pledges.map((one) => ({
          ...entry(one),
          words: one.wording,
          more: [howManyWords(pack, one), byWhenWords(one)].filter(Boolean).join(', '),
        }))}
        onOpen={setOpened}
      />
      {actions.length + ideas.length === 0 ? null : (
        <Lines
          title="Actions and ideas that name them"
          none=""
          lines={[
            ...actions.map((one) => ({
              ...entry(one),
              words: one.title,
              more: [one.owner, byWhenWords(one)].filter(Boolean).join(', '),
            })),
            ...ideas.map((one) => ({ ...entry(one), words: one.text, more: one.name })),
          ]}
          onOpen={setOpened}
        />
      )}
      {shown === undefined ? null : (
        <Dialog
          key={shown.id}
          roomy
          title={shownReference(pack.code, shown.reference)}
          onClose={close}
          foot={
            <Button safe onClick={close}>
              Close
            </Button>
          }
        >
          {pledge === undefined ? null : <PledgePanel pledge={pledge} pack={pack} head={null} onChanged={changed} />}
          {action === undefined ? null : <ActionPanel action={action} pack={pack} head={null} onChanged={changed} />}
          {idea === undefined ? null : <IdeaPanel idea={idea} pack={pack} head={null} onChanged={changed} />}
        </Dialog>
      )}
    </div>
  )
}

type LinesProps = { title: string; none: string; lines: readonly Line[]; onOpen: (id: string) => void }

function Lines({ title, none, lines, onOpen }: LinesProps) {
  return (
    <section className="card organiser-card pad stack gap-3" aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 ? <p className="muted">{none}</p> : null}
      <ul className="person-lines">
        {lines.map(({ id, reference, words, more, gone }) => (
          <li key={id}>
            <button type="button" className="person-line any-break" onClick={() => onOpen(id)}>
              <span className="beside">
                <b className="small">{reference}</b>
                {gone ? <Chip tone="warn">Withdrawn</Chip> : null}
              </span>
              <span className="two-lines">{words}</span>
              {more === '' ? null : <span className="small muted">{more}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
