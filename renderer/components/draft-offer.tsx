/** Offers back what was half-written in this form; set aside, it is kept for staff and not lost. */
import { Button } from './button.tsx'
import { Sentence } from './sentence.tsx'
import type { Draft } from './use-draft.ts'

export function DraftOffer<T>({ draft, onTake }: { draft: Draft<T>; onTake: (value: T) => void }) {
  const { found } = draft
  if (found === null) return null
  const take = () => {
    onTake(found.value)
    draft.take()
  }
  return (
    <Sentence tone="warn">
      <p>There is one half-written here.</p>
      <div className="row">
        <Button look="ghost" onClick={take}>
          Carry on with it
        </Button>
        <Button look="quiet" onClick={draft.setAside}>
          Start afresh
        </Button>
      </div>
    </Sentence>
  )
}
