/** What stands above the fields of a form: what has to be put right, what is said of it, and what was begun here before. */
import { Button } from '../button.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Sentence } from '../sentence.tsx'
import type { Form } from './use-form.ts'

export type Offer = { words: string; take: string; aside: string }

/** Of something new. */
export const HALF_WRITTEN: Offer = {
  words: 'There is one half-written here.',
  take: 'Carry on with it',
  aside: 'Start afresh',
}

type Props<Values> = {
  form: Pick<Form<Values>, 'errors' | 'said' | 'draft' | 'put'>
  /** How what was begun before is offered: taken into the form, or set aside for staff and not lost. */
  offer?: Offer | undefined
  /** False where what is wrong is said at its field alone, as there is but one. */
  summary?: boolean
}

export function FormHead<Values>({ form: { errors, said, draft, put }, offer, summary = true }: Props<Values>) {
  const { found } = draft
  return (
    <>
      {summary ? <ErrorSummary errors={errors} /> : null}
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {found === null || offer === undefined ? null : (
        <Sentence tone="warn">
          <div className="row">
            <span className="grow">{offer.words}</span>
            <Button
              look="ghost"
              onClick={() => {
                put(found.value)
                draft.take()
              }}
            >
              {offer.take}
            </Button>
            <Button look="quiet" onClick={draft.setAside}>
              {offer.aside}
            </Button>
          </div>
        </Sentence>
      )}
    </>
  )
}
