/** A dialog that is a form: what stands above its fields, the fields, the way back, and the button that hands it over. */
import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { FormHead, type Offer } from './form-head.tsx'
import type { Form } from './use-form.ts'

type Props<Values> = {
  form: Form<Values>
  title: string
  roomy?: boolean
  /** What goes back is called; Escape does the same, unless `onClose` says otherwise. */
  back: { words: string; onBack: () => void }
  onClose?: () => void
  /** What hands it over is called, and while that lasts. */
  button: { words: string; busy?: string; look?: 'danger' }
  /** False where Enter in a field is not to send it: a table types together, and nobody there has said that they are done. */
  byEnter?: boolean
  offer?: Offer
  summary?: boolean
  children: ReactNode
}

export function FormDialog<Values>(props: Props<Values>) {
  const { form, title, roomy, back, onClose, button, byEnter = true, offer, summary, children } = props
  return (
    <Dialog
      roomy={roomy}
      title={title}
      onClose={onClose ?? back.onBack}
      foot={
        <>
          <Button look="ghost" safe onClick={back.onBack}>
            {back.words}
          </Button>
          <Button
            {...(byEnter ? { type: 'submit', form: form.id } : { onClick: () => void form.submit() })}
            look={button.look}
            busy={form.busy}
          >
            {form.busy ? (button.busy ?? button.words) : button.words}
          </Button>
        </>
      }
    >
      <form id={form.id} className="stack gap-4" noValidate onSubmit={(event) => void form.submit(event)}>
        <FormHead form={form} offer={offer} summary={summary} />
        {children}
      </form>
    </Dialog>
  )
}
