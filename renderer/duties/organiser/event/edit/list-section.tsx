/** A list of the event: its things in order, each with a form; closing and opening again; and adding one. */
import { ArrowDown, ArrowUp, Lock, LockOpen, Pencil, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { idFor } from '../../../../../shared/domain/event-change/open.ts'
import { type PackChange, written } from '../../../../../shared/domain/event-change/change.ts'
import { MOST_OPEN } from '../../../../../shared/domain/event-pack-rules.ts'
import type { EventPack } from '../../../../../shared/domain/event-pack.ts'
import { Button } from '../../../../components/button.tsx'
import type { Said } from '../../../../components/form/use-sending.ts'
import { fullWords } from './edit-words.ts'
import { PartDialog } from './part-dialog.tsx'
import { inNew, valueIn } from './part-form.ts'
import { fieldsOf, itemsOf, type PartItem, type PartList, pathOfList, takenIn, usualOf } from './parts.ts'
import { useClosing } from './use-closing.tsx'

type Words = { title: string; lead: string; add: string; change: string }
type Props = {
  pack: EventPack
  list: PartList
  session?: string
  words: Words
  onSaid: (said: Said | undefined) => void
  /** What else each thing has, beside its buttons. */
  beside?: (item: PartItem) => ReactNode
}

const NEW = 'new'

export function ListSection({ pack, list, session = '', words, onSaid, beside }: Props) {
  const [doing, setDoing] = useState<string | null>(null)
  const closing = useClosing(onSaid)
  const path = pathOfList(list, session)
  const items = itemsOf(pack, list, session)
  const open = items.filter(({ closed }) => !closed)
  const closed = items.filter((item) => item.closed)

  const closes = (id: string, value: boolean): PackChange[] => [
    { path: `${path}/${id}/closed`, before: value ? '' : 'true', after: value ? 'true' : '' },
  ]
  const move = (item: PartItem, to: -1 | 1): PackChange[] => {
    const ids = items.map(({ id }) => id)
    const other = open[open.findIndex(({ id }) => id === item.id) + to]
    if (other === undefined) return []
    const next = ids.map((id) => (id === item.id ? other.id : id === other.id ? item.id : id))
    return [{ path: `${path}:order`, before: written(ids), after: written(next) }]
  }
  const press = (changes: PackChange[]) => {
    if (changes.length > 0) void closing.change(changes)
  }

  return (
    <section className="stack gap-4" aria-labelledby={`${list}-title`}>
      <div className="row">
        <div className="grow">
          <h2 id={`${list}-title`}>{words.title}</h2>
          <p className="muted">{open.length < MOST_OPEN[list] ? words.lead : fullWords(open.length)}</p>
        </div>
        <Button icon={Plus} onClick={() => setDoing(NEW)}>
          {words.add}
        </Button>
      </div>
      {open.length === 0 ? <p className="muted">There are none yet.</p> : null}
      <ol className="event-parts">
        {open.map((item, index) => (
          <li key={item.id} className="card event-part">
            <Named item={item} />
            <div className="event-part-do">
              {beside?.(item)}
              <Button look="ghost" icon={Pencil} aria-label={`Change ${item.name}`} onClick={() => setDoing(item.id)}>
                Change
              </Button>
              <Button
                look="square"
                icon={ArrowUp}
                aria-label={`Move ${item.name} up`}
                busy={closing.busy || index === 0}
                onClick={() => press(move(item, -1))}
              />
              <Button
                look="square"
                icon={ArrowDown}
                aria-label={`Move ${item.name} down`}
                busy={closing.busy || index === open.length - 1}
                onClick={() => press(move(item, 1))}
              />
              <Button
                look="ghost"
                icon={Lock}
                aria-label={`Close ${item.name}`}
                busy={closing.busy}
                onClick={() => press(closes(item.id, true))}
              >
                Close
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {closed.length === 0 ? null : (
        <div className="stack gap-3">
          <h3>Closed</h3>
          <p className="muted">Nothing new is written here. What was written keeps its place and its name.</p>
          <ul className="event-parts">
            {closed.map((item) => (
              <li key={item.id} className="card event-part">
                <Named item={item} />
                <div className="event-part-do">
                  <Button
                    look="ghost"
                    icon={LockOpen}
                    aria-label={`Open ${item.name} again`}
                    busy={closing.busy}
                    onClick={() => press(closes(item.id, false))}
                  >
                    Open again
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      {doing === null ? null : (
        <ItemDialog
          key={doing}
          pack={pack}
          list={list}
          path={path}
          id={doing}
          words={words}
          onBack={() => setDoing(null)}
          onDone={(asked) => {
            setDoing(null)
            return closing.saved(asked)
          }}
        />
      )}
      {closing.dialog}
    </section>
  )
}

const Named = ({ item: { name, line } }: { item: PartItem }) => (
  <div className="event-part-name">
    <b>{name}</b>
    {line === '' ? null : <p className="small muted">{line}</p>}
  </div>
)

type ItemProps = {
  pack: EventPack
  list: PartList
  path: string
  id: string
  words: Words
  onBack: () => void
  onDone: Parameters<typeof PartDialog>[0]['onDone']
}

function ItemDialog({ pack: current, list, path, id, words, onBack, onDone }: ItemProps) {
  // As it was when the form was opened, whatever is changed under it.
  const [pack] = useState(current)
  const at = `${path}/${id}`
  const fields = fieldsOf(pack, list, at)
  const scope = at.toLowerCase().replaceAll('/', '-').slice(-60).replace(/^-+/, '')
  if (id !== NEW)
    return (
      <PartDialog
        title={words.change}
        scope={scope}
        fields={fields}
        at={valueIn(pack)}
        button="Save the change"
        onBack={onBack}
        onDone={onDone}
      />
    )
  const usual = usualOf(pack, list)
  const idOf = (value: Record<string, unknown>): string => {
    const name = value['name'] ?? value['title'] ?? value['words']
    return idFor(typeof name === 'string' ? name : '', takenIn(current, list))
  }
  return (
    <PartDialog
      title={words.add}
      scope={scope}
      fields={fields}
      at={(one) => usual[one.slice(at.length + 1)]}
      changes={(form) => {
        const value = inNew(fields, at)(form, usual)
        const made = idOf(value)
        return [{ path: `${path}/${made}`, before: '', after: written({ id: made, ...value }) }]
      }}
      rename={(one) => one.replace(new RegExp(`^${path}/[^/]+`), at)}
      button={words.add}
      onBack={onBack}
      onDone={onDone}
    />
  )
}
