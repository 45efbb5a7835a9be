/** What anyone may read before they type: corporate parenting in a minute. */
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Reading } from '../../components/reading.tsx'

type Props = { pack: EventPack; onClose: () => void }

export function ExplanationDialog({ pack: { explanation }, onClose }: Props) {
  return (
    <Dialog
      title={explanation.title}
      roomy
      onClose={onClose}
      foot={
        <Button safe onClick={onClose}>
          Close
        </Button>
      }
    >
      <Reading name={explanation.title}>
        {explanation.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Reading>
    </Dialog>
  )
}
