/** Asks once before something is thrown away or taken back. The answer that changes nothing is the one in focus. */
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

type Props = { title: string; yes: string; no?: string; onYes: () => void; onNo: () => void; children: ReactNode }

export function AskFirst({ title, yes, no = 'No, keep going', onYes, onNo, children }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onNo}
      foot={
        <>
          <Button look="ghost" onClick={onYes}>
            {yes}
          </Button>
          <Button safe onClick={onNo}>
            {no}
          </Button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}
