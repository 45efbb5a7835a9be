/** Two entries side by side: what differs, which of it stays if they are one, and why they are said to be. */
import { Check, Equal } from 'lucide-react'
import { z } from 'zod'
import { reasonSchema } from '../../../../shared/domain/text.ts'
import { TextField } from '../../../components/fields.tsx'
import { FormDialog } from '../../../components/form/form-dialog.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import type { Difference } from './one-words.ts'

const why = z.object({ reason: reasonSchema })

type Props = {
  title: string
  /** What it means, and how it is taken back. */
  means: string
  button: string
  /** What each of them is called above its side. */
  names: readonly [string, string]
  compared: { differs: readonly Difference[]; same: readonly string[] }
  onMerge: (reason: string) => Promise<void>
  onBack: () => void
}

export function CompareDialog({ title, means, button, names, compared, onMerge, onBack }: Props) {
  const form = useForm(why, {
    prefix: 'one',
    values: { reason: '' },
    send: ({ reason }) => onMerge(reason),
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
              <DifferenceRow key={one.label} {...one} />
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
        label="How do you know?"
        hint="A few words. They stay in the history."
        maxLength={400}
      />
    </FormDialog>
  )
}

function DifferenceRow({ label, one, other, together, stays }: Difference) {
  return (
    <tr>
      <th scope="row">
        {label}
        {stays === null ? <span className="one-together strong">Together: {together || 'nothing'}</span> : null}
      </th>
      <Side value={one} stays={stays === 'one'} />
      <Side value={other} stays={stays === 'other'} />
    </tr>
  )
}

function Side({ value, stays }: { value: string; stays: boolean }) {
  return (
    <td className={stays ? 'any-break one-stays' : 'any-break muted'}>
      {value === '' ? <span className="muted">–</span> : value}
      {stays ? (
        <span className="one-mark small beside">
          <Check className="icon" aria-hidden />
          Stays
        </span>
      ) : null}
    </td>
  )
}
