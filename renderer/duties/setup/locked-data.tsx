/** What is shown where the tablet's data waits for the organiser passphrase: it is asked for, and what to do without it. */
import { useQueryClient } from '@tanstack/react-query'
import { FileKey, LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { TextField } from '../../components/fields.tsx'
import { Heading, Page } from '../../components/page.tsx'
import { UseSheetDialog } from '../../components/use-sheet-dialog.tsx'
import { useSecret } from '../../components/use-secret.ts'
import { TabletCare } from '../../components/tablet-care.tsx'
import { OwnBar } from './own-bar.tsx'
import './setup.css'

export function LockedData({ platform }: { platform: StationState['platform'] }) {
  const { client } = useApi()
  const queries = useQueryClient()
  const [withSheet, setWithSheet] = useState(false)
  const { form } = useSecret({
    name: 'organiser passphrase',
    ask: (passphrase) => client.station.unseal({ passphrase }),
    onOpen: () => queries.invalidateQueries(),
  })
  return (
    <>
      <OwnBar />
      <Page width="narrow">
        <ErrorSummary errors={form.errors} />
        <Heading>This tablet is locked</Heading>
        <p>
          It was switched off or started again. Everything that was saved is safe, and so is what somebody was writing.
          The organiser passphrase opens it.
        </p>
        <form className="stack" noValidate onSubmit={(event) => void form.submit(event)}>
          <TextField
            {...form.text('secret')}
            label="Organiser passphrase"
            hint="The words that the organiser chose."
            type="password"
            autoFocus
            maxLength={300}
          />
          <div className="row">
            <Button type="submit" big icon={LockKeyholeOpen} busy={form.busy}>
              {form.busy ? 'Checking…' : 'Open this tablet'}
            </Button>
          </div>
        </form>
        {withSheet ? <UseSheetDialog onBack={() => setWithSheet(false)} onDone={() => setWithSheet(false)} /> : null}
        <section className="stack gap-3 setup-apart" aria-labelledby="no-passphrase-title">
          <h2 id="no-passphrase-title">Nobody here knows the passphrase?</h2>
          <p className="muted">
            Ask whoever set this tablet up where it was written down. Until then, go on with another tablet, or on
            paper.
          </p>
          <p className="muted">
            If a recovery sheet was printed, it opens this tablet, and another passphrase can be chosen.
          </p>
          <div className="row">
            <Button look="ghost" icon={FileKey} onClick={() => setWithSheet(true)}>
              I have the recovery sheet
            </Button>
          </div>
          <p className="muted">
            There is no other way round it. This tablet, its export and its backups open with these only, so that nobody
            who takes the tablet away can read what people said here.
          </p>
        </section>
        <TabletCare platform={platform} />
      </Page>
    </>
  )
}
