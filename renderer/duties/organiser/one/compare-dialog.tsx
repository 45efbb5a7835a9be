/** Two entries side by side: what differs, which of it stays if they are one, and why they are said to be. */
import { Check, Equal } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import type { KeptSides } from '../../../../shared/domain/delegate.ts'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { TextField } from '../../../components/fields.tsx'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { type Difference, keptOf } from './one-words.ts'

const why = z.object({ reason: reasonSchema })

type Props = {
  title: string
  /** What it means, and how it is taken back. */
  means: string
  button: string
  /** What each of them is called above its side. */
  names: readonly [string, string]
  compared: { differs: readonly Difference[]; same: readonly string[] }
  onMerge: (reason: string, keeps: KeptSides) => Promise<void>
  onBack: () => void
}

export function CompareDialog({ title, means, button, names, compared, onMerge, onBack }: Props) {
  const [chosen, setChosen] = useState<KeptSides>({})
  const form = useForm(why, {
    prefix: 'one',
    values: { reason: '' },
    send: ({ reason }) => onMerge(reason, keptOf(compared.differs, chosen)),
    forgiving: true,
  })
  return (
    <FormDialog
      form={form}
      roomy
      title={title}
      back={{ words: 'Leave them as they are', onBack }}
      button={{ words: button, busy: 'One moment…' }}
      summary={false}
    >
      <p>{means}</p>
      {compared.differs.length === 0 ? (
        <p className="muted">They say just the same.</p>
      ) : (
        <table className="one-table">
          <thead>
            <tr>
              <th scope="col" className="unseen">
                What
              </th>
              {names.map((name, index) => (
                <th key={index} scope="col" className="any-break">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {compared.differs.map((one) => (
              <DifferenceRow
                key={one.label}
                {...one}
                names={names}
                stays={(one.detail === null ? null : chosen[one.detail]) ?? one.stays}
                onChoose={({ detail }, side) => detail !== null && setChosen({ ...chosen, [detail]: side })}
              />
            ))}
          </tbody>
        </table>
      )}
      {compared.same.length === 0 ? null : (
        <p className="small muted beside top any-break">
          <Equal className="icon" aria-hidden />
          <span>In both the same. {compared.same.join('; ')}.</span>
        </p>
      )}
      <TextField
        {...form.text('reason')}
        autoFocus
        label="How do you know?"
        hint="A few words. They stay in the history."
        maxLength={400}
      />
    </FormDialog>
  )
}

type RowProps = Difference & {
  names: readonly [string, string]
  onChoose: (one: Pick<Difference, 'detail'>, side: 'one' | 'other') => void
}

function DifferenceRow({ label, one, other, together, stays, detail, names, onChoose }: RowProps) {
  const sides = [
    ['one', one, names[0]],
    ['other', other, names[1]],
  ] as const
  return (
    <tr>
      <th scope="row">
        {label}
        {stays === null ? <span className="one-together strong">Together: {together || 'nothing'}</span> : null}
      </th>
      {sides.map(([side, value, of]) => (
        <td key={side} className={stays === side ? 'any-break one-stays' : 'any-break muted'}>
          {detail === null ? (
            <>
              {value === '' ? <span className="muted">–</span> : value}
              {stays === side ? <Stays /> : null}
            </>
          ) : (
            <label className="one-pick">
              <input
                type="radio"
                name={`stays-${detail}`}
                aria-label={`${label}: ${value}, of ${of}`}
                checked={stays === side}
                onChange={() => onChoose({ detail }, side)}
              />
              <span>
                {value}
                {stays === side ? <Stays /> : null}
              </span>
            </label>
          )}
        </td>
      ))}
    </tr>
  )
}

function Stays() {
  return (
    <span className="one-mark small beside">
      <Check className="icon" aria-hidden />
      Stays
    </span>
  )
}
