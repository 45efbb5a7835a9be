/** The recovery sheet: offered when a tablet has been set up, and printed whenever the organiser wants another. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { StationState } from '../../../shared/contract/station.ts'
import { useApi } from '../../api.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { TextField } from '../../components/fields.tsx'
import { IdleGuard } from '../../components/idle-guard.tsx'
import { Bar, Dock, Heading, Page } from '../../components/page.tsx'
import { PrintSheet } from '../../components/print-sheet.tsx'
import { QrDrawing } from '../../components/qr-drawing.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { useSecret } from '../../components/use-secret.ts'
import './sheet.css'

/** What stands on it is not left on a screen. Seconds. */
const QUIET = 300

export function SheetPage({ state, onLeave }: { state: StationState; onLeave: () => void }) {
  const [sheet, setSheet] = useState<string>()
  const name = state.station?.name ?? ''
  return (
    <>
      <Bar title={name} saved />
      {sheet === undefined ? (
        <Offer state={state} onMade={setSheet} onLeave={onLeave} />
      ) : (
        <Made sheet={sheet} name={name} onLeave={onLeave} />
      )}
      <IdleGuard quiet={QUIET} kept={false} onIdle={onLeave} />
    </>
  )
}

type OfferProps = { state: StationState; onMade: (sheet: string) => void; onLeave: () => void }

function Offer({ state: { rehearsal, role }, onMade, onLeave }: OfferProps) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  // At the first set-up nobody is in yet, and there is no sheet before this one.
  const before = useQuery({ ...api.staff.sheet.queryOptions(), enabled: role === 'organiser' }).data?.made ?? null
  const { form } = useSecret({
    name: 'organiser passphrase',
    ask: (passphrase) => client.staff.makeSheet({ passphrase }),
    onOpen: async ({ sheet }) => {
      await queries.invalidateQueries({ queryKey: api.staff.key() })
      onMade(sheet)
    },
  })
  const { busy } = form

  return (
    <>
      <Page width="narrow">
        <ErrorSummary errors={form.errors} />
        <Heading>Print a recovery sheet</Heading>
        {rehearsal ? (
          <p>A rehearsal needs none: its passphrase stands on its screens.</p>
        ) : (
          <>
            <p>
              If the organiser passphrase is ever lost, this sheet opens the tablet and lets you choose another one.
              Print it and keep it in a sealed envelope, not beside the tablet: whoever has it can open everything.
              {before === null ? null : ' The sheet that was printed before is void from then on.'}
            </p>
            <form id={form.id} className="stack" noValidate onSubmit={(event) => void form.submit(event)}>
              <TextField
                {...form.text('secret')}
                label="Organiser passphrase"
                hint="Once more, so that nobody else prints a sheet."
                type="password"
                maxLength={300}
              />
            </form>
            <p className="muted">
              Without a sheet nobody can help when the passphrase is lost. You can print one later, on the organiser’s
              page about this tablet.
            </p>
          </>
        )}
      </Page>
      <Dock>
        <Button look="ghost" onClick={onLeave}>
          Not now
        </Button>
        <span className="push" />
        {rehearsal ? null : (
          <Button type="submit" form={form.id} big icon={Printer} busy={busy}>
            {busy ? 'Making it…' : 'Print the sheet'}
          </Button>
        )}
      </Dock>
    </>
  )
}

function Made({ sheet, name, onLeave }: { sheet: string; name: string; onLeave: () => void }) {
  const [printing, setPrinting] = useState(1)
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <Page width="narrow">
        <Heading>Put it into an envelope</Heading>
        <p>
          Look whether the paper came out whole. Without a printer, write the seven groups down. They are shown this
          once, and are kept nowhere on this tablet.
        </p>
        <Code sheet={sheet} />
        <Sentence tone="warn">
          Close the envelope, write “{name}” on it, and keep it where only the organiser can get it.
        </Sentence>
      </Page>
      <Dock>
        <Button
          look="ghost"
          icon={Printer}
          onClick={() => {
            setPrinting((count) => count + 1)
            setOpen(true)
          }}
        >
          Print it again
        </Button>
        <span className="push" />
        <Button big onClick={onLeave}>
          I have it
        </Button>
      </Dock>
      {isOpen ? (
        <PrintSheet key={printing} onDone={() => setOpen(false)}>
          <div className="recovery-paper">
            <h1>Recovery sheet of “{name}”</h1>
            <p>
              For the organiser, in a sealed envelope. If the passphrase of this tablet is lost: press “I have the
              recovery sheet” where the passphrase is asked for, and type or scan this.
            </p>
            <Code sheet={sheet} />
            <p>
              Using it, or printing a new one, makes this sheet void. Whoever has it can open everything on the tablet.
            </p>
          </div>
        </PrintSheet>
      ) : null}
    </>
  )
}

const Code = ({ sheet }: { sheet: string }) => (
  <div className="row gap-6">
    <QrDrawing text={sheet} label="The seven groups as a square code" className="recovery-qr" />
    <p className="recovery-groups row">
      {sheet.split('-').map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </p>
  </div>
)
