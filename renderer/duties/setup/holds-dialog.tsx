/** The tablet holds an event that was loaded before, and another one was chosen: neither takes the place of the other without a word. */
import type { SetUpAnswer } from '../../../shared/contract/station.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

export type Holds = Extract<SetUpAnswer, { code: 'holds-another' }>

export function HoldsDialog({
  held: { name, differences },
  onKeep,
  onReplace,
}: {
  held: Holds
  onKeep: () => void
  onReplace: () => Promise<void>
}) {
  return (
    <Dialog
      title="This tablet holds an event already"
      onClose={onKeep}
      foot={
        <>
          <Button look="ghost" safe onClick={onKeep}>
            Keep what is here
          </Button>
          <Button look="danger" onClick={() => void onReplace()}>
            Use the other one
          </Button>
        </>
      }
    >
      <p>
        <b>{name}</b> was loaded here before.{' '}
        {differences === null
          ? 'You have chosen another event for this tablet.'
          : `You have chosen another version of it, which differs in ${differences} ${differences === 1 ? 'place' : 'places'}.`}
      </p>
    </Dialog>
  )
}
