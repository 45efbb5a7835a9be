/** What young people said, beside the priority that it is about: adding one, changing it, and taking it out. */
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type PackChange, written } from '../../../../../shared/domain/event-change/change.ts'
import { openOf } from '../../../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../../../shared/domain/event-pack.ts'
import { Button } from '../../../../components/button.tsx'
import type { Said } from '../../../../components/form/use-sending.ts'
import { PartDialog } from './part-dialog.tsx'
import { type PartField, type Typed, valuesMeant } from './part-form.ts'
import { useClosing } from './use-closing.tsx'

const FIELDS: readonly PartField[] = [
  {
    path: 'words',
    label: 'Their words',
    hint: 'Only words that they, or a published paper, gave you leave to use.',
    look: 'text',
  },
  {
    path: 'who',
    label: 'Who said it, and where it was published',
    hint: 'Never a child’s name. It may be left empty.',
    look: 'line',
  },
]

type Doing = { priority: EventPack['priorities'][number]; index: number } | null

export function VoicesSection({ pack, onSaid }: { pack: EventPack; onSaid: (said: Said | undefined) => void }) {
  const [doing, setDoing] = useState<Doing>(null)
  const closing = useClosing(onSaid)
  const voicesOf = ({ id, voices }: EventPack['priorities'][number], next: readonly unknown[]): PackChange[] => [
    { path: `priorities/${id}/voices`, before: written(voices), after: written(next) },
  ]
  return (
    <section className="stack gap-4" aria-labelledby="voices-title">
      <div>
        <h2 id="voices-title">What young people said</h2>
        <p className="muted">Tables see these beside their work, and the plan has them beside the priority.</p>
      </div>
      {openOf(pack.priorities).map((priority) => (
        <section key={priority.id} className="card pad stack gap-3" aria-label={priority.title}>
          <div className="row">
            <h3 className="grow">{priority.title}</h3>
            <Button
              look="ghost"
              icon={Plus}
              aria-label={`Add a quotation to ${priority.title}`}
              onClick={() => setDoing({ priority, index: priority.voices.length })}
            >
              Add a quotation
            </Button>
          </div>
          {priority.voices.length === 0 ? <p className="muted">Nobody is quoted here yet.</p> : null}
          <ul className="event-parts">
            {priority.voices.map(({ words, who }, index) => (
              <li key={`${words} ${who}`} className="event-part">
                <figure className="event-part-name">
                  <blockquote>“{words.replaceAll(/^[“"]|[”"]$/g, '')}”</blockquote>
                  {who === '' ? null : <figcaption className="small muted">{who}</figcaption>}
                </figure>
                <div className="event-part-do">
                  <Button
                    look="ghost"
                    icon={Pencil}
                    aria-label={`Change the quotation: ${words}`}
                    onClick={() => setDoing({ priority, index })}
                  >
                    Change
                  </Button>
                  <Button
                    look="ghost"
                    icon={Trash2}
                    aria-label={`Take out the quotation: ${words}`}
                    busy={closing.busy}
                    onClick={() =>
                      void closing.change(
                        voicesOf(
                          priority,
                          priority.voices.filter((_, at) => at !== index),
                        ),
                      )
                    }
                  >
                    Take out
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {doing === null ? null : (
        <PartDialog
          title={doing.index < doing.priority.voices.length ? 'Change a quotation' : 'Add a quotation'}
          scope={`voices-${doing.priority.id}`.slice(0, 50) + `-${doing.index}`}
          fields={FIELDS}
          at={(path) => doing.priority.voices[doing.index]?.[path === 'words' ? 'words' : 'who'] ?? ''}
          changes={(form: Typed) => {
            const next = [...doing.priority.voices]
            const { words, who } = Object.fromEntries(valuesMeant(FIELDS, form)) as { words: string; who: string }
            next[doing.index] = { words, who }
            const [change] = voicesOf(doing.priority, next)
            return change === undefined || change.before === change.after ? [] : [change]
          }}
          rename={(path) => path.replace(/^priorities\/[^/]+\/voices\/\d+\//, '')}
          button="Save the quotation"
          onBack={() => setDoing(null)}
          onDone={(asked) => {
            setDoing(null)
            return closing.saved(asked)
          }}
        />
      )}
    </section>
  )
}
