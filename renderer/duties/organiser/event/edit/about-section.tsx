/** What the event is: its name and days, its invitation, its strategy and board, the explanation and the privacy notice. */
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { PackChange } from '../../../../../shared/domain/event-change/change.ts'
import { valueInWords } from '../../../../../shared/domain/event-change/words.ts'
import { nextBoardInWords } from '../../../../../shared/domain/pack-remarks.ts'
import type { EventPack } from '../../../../../shared/domain/event-pack.ts'
import { Button } from '../../../../components/button.tsx'
import type { Said } from '../../../../components/form/use-sending.ts'
import { Facts } from '../../record/facts.tsx'
import { dayAfter, daysBetween } from './edit-words.ts'
import { PartDialog } from './part-dialog.tsx'
import { changesTyped, lines, type PartField, type Typed, valueIn } from './part-form.ts'
import { useClosing } from './use-closing.tsx'

export type AboutPart = { key: string; title: string; button: string; fields: readonly PartField[] }

type Host = EventPack['hosts'][number]
const hostsTyped = (value: unknown): string =>
  (Array.isArray(value) ? (value as Host[]) : [])
    .map(({ name, role }) => (role === '' ? name : `${name} – ${role}`))
    .join('\n')
const hostsMeant = (text: string): Host[] =>
  lines(text).map((line) => {
    const [name = '', ...role] = line.split(/\s[–—-]\s/)
    return { name: name.trim(), role: role.join(' – ').trim() }
  })

export const ABOUT: readonly AboutPart[] = [
  {
    key: 'name',
    title: 'Name and days',
    button: 'Change name and days',
    fields: [
      { path: 'name', label: 'What the event is called', look: 'line' },
      { path: 'venue', label: 'Where it is', look: 'line' },
      {
        path: 'dates',
        within: 'from',
        label: 'First day',
        hint: 'The programme moves along with it.',
        look: 'day',
      },
      { path: 'dates', within: 'to', label: 'Last day', look: 'day' },
      {
        path: 'hosts',
        label: 'Hosts',
        hint: 'One a line; after a dash, what they do: “Elmdon Council – host”.',
        look: 'lines',
        typed: hostsTyped,
        meant: hostsMeant,
      },
      {
        path: 'code',
        label: 'What every reference begins with',
        hint: 'Two to six capital letters or digits. It stays once a reference or a badge was given out.',
        look: 'line',
      },
    ],
  },
  {
    key: 'invitation',
    title: 'Invitation and board',
    button: 'Change invitation and board',
    fields: [
      { path: 'invitation', label: 'The question on the big screen', look: 'line' },
      { path: 'invitationHint', label: 'A quiet line under it', look: 'line' },
      { path: 'strategy/name', label: 'The strategy', look: 'line' },
      { path: 'strategy/board', label: 'Who follows pledges up', look: 'line' },
      {
        path: 'strategy/nextBoard',
        label: 'When they meet next',
        hint: 'A day such as 2024-02-06, or words. It may be left empty.',
        look: 'line',
      },
      { path: 'strategy/followUp', label: 'How a promise is kept alive', look: 'text' },
    ],
  },
  {
    key: 'explanation',
    title: 'Corporate parenting in a minute',
    button: 'Change the explanation',
    fields: [
      { path: 'explanation', within: 'title', label: 'Title', look: 'line' },
      { path: 'explanation', within: 'paragraphs', label: 'Paragraphs', hint: 'One a line.', look: 'lines' },
    ],
  },
]

const privacy = (name: string, label: string): PartField => ({ path: `privacy/${name}`, label, look: 'text' })
export const PRIVACY: readonly AboutPart[] = [
  {
    key: 'privacy',
    title: 'Privacy notice',
    button: 'Change the privacy notice',
    fields: [
      privacy('controller', 'Who decides how it is used'),
      privacy('purpose', 'What it is used for'),
      privacy('lawfulBasis', 'The lawful basis'),
      privacy('recipients', 'Who receives it'),
      privacy('retention', 'How long it is kept'),
      privacy('rights', 'Your rights'),
      privacy('contact', 'Where to write'),
    ],
  },
]

/** The programme moves along with the first day. */
function withProgramme(pack: EventPack, changes: PackChange[], form: Typed): PackChange[] {
  const from = form['dates.from'] ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || from === pack.dates.from) return changes
  const days = daysBetween(pack.dates.from, from)
  return [
    ...changes,
    ...pack.programme.map(({ id, day }) => ({
      path: `programme/${id}/day`,
      before: JSON.stringify(day),
      after: JSON.stringify(dayAfter(day, days)),
    })),
  ]
}

export function AboutSection({
  pack,
  parts,
  onSaid,
}: {
  pack: EventPack
  parts: readonly AboutPart[]
  onSaid: (said: Said | undefined) => void
}) {
  const [doing, setDoing] = useState<AboutPart | null>(null)
  const closing = useClosing(onSaid)
  return (
    <div className="organiser-halves columns one-upright top gap-5 even">
      {parts.map((part) => (
        <section key={part.key} className="card organiser-card pad stack gap-3" aria-labelledby={`${part.key}-title`}>
          <h2 id={`${part.key}-title`}>{part.title}</h2>
          <Facts
            facts={part.fields.map((field) => ({
              name: field.label,
              value: shown(pack, field),
              wide: true,
            }))}
          />
          <div className="row">
            <Button look="ghost" icon={Pencil} onClick={() => setDoing(part)}>
              {part.button}
            </Button>
          </div>
        </section>
      ))}
      {doing === null ? null : (
        <PartDialog
          title={doing.title}
          scope={doing.key}
          fields={doing.fields}
          at={valueIn(pack)}
          changes={(form) => withProgramme(pack, changesTyped(doing.fields, form), form)}
          button="Save the change"
          onBack={() => setDoing(null)}
          onDone={(asked) => {
            setDoing(null)
            return closing.saved(asked)
          }}
        />
      )}
      {closing.dialog}
    </div>
  )
}

function shown(pack: EventPack, { path, within, typed, look }: PartField): string {
  const value = valueIn(pack)(path)
  if (typed !== undefined) return typed(value)
  const said = valueInWords(within === undefined ? value : (value as Record<string, unknown> | undefined)?.[within])
  return look === 'day' || path === 'strategy/nextBoard' ? nextBoardInWords(said) : said
}
