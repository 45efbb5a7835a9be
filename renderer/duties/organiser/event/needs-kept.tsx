/** Access and dietary needs: kept only for the day, and taken off this tablet for good when it is over. */
import { Eraser } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { countWords } from '../../../components/tree-totals.ts'
import { useRefresh } from '../record/use-refresh.ts'
import { WithdrawDialog } from '../record/withdraw-dialog.tsx'

export function NeedsKept() {
  const { client } = useApi()
  const refresh = useRefresh('signIn')
  const [asking, setAsking] = useState(false)
  const [purged, setPurged] = useState<number>()
  return (
    <section className="card organiser-card pad stack gap-3" aria-labelledby="needs-title">
      <h2 id="needs-title">Access and dietary needs</h2>
      <p className="muted">
        They are kept apart from everything else, for the day only. Once the day is over, take them off this tablet.
      </p>
      {purged === undefined ? null : <Sentence tone="ok">{purgedWords(purged)}</Sentence>}
      <div className="row">
        <Button look="ghost" icon={Eraser} onClick={() => setAsking(true)}>
          Take all needs off this tablet
        </Button>
      </div>
      {asking ? (
        <WithdrawDialog
          title="Take every access and dietary need off this tablet?"
          button="Take them off for good"
          hint="Such as “The day is over”. The reason is kept; the needs are not."
          onBack={() => setAsking(false)}
          onReason={async (reason) => {
            const done = await client.signIn.purgeNeeds({ reason })
            await refresh()
            setPurged(done.purged)
            setAsking(false)
          }}
        >
          <p>
            <b>This cannot be undone.</b> Nobody will be able to see them here again. Names, attendance and pledges
            stay. Backups taken before still hold them, until newer ones take their place.
          </p>
        </WithdrawDialog>
      ) : null}
    </section>
  )
}

const purgedWords = (count: number): string =>
  count === 0
    ? 'There were none on this tablet.'
    : `The needs of ${countWords(count)} ${count === 1 ? 'person are' : 'people are'} gone from this tablet.`
