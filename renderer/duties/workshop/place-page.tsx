/** Where this tablet stands: the session and the table, in two touches; what it was last is offered first. */
import { openOf } from '../../../shared/domain/event-change/open.ts'
import { ArrowRight, Settings } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { type FieldError, errorOf, RadioList, SelectField } from '../../components/fields.tsx'
import { Bar, Dock, Heading, Page } from '../../components/page.tsx'
import { workshopsOf } from '../../words/workshop.ts'

const KEPT = 'pledge-kiosk-table'

export function PlacePage({ pack, name }: { pack: EventPack; name: string }) {
  const [, go] = useLocation()
  const sessions = openOf(workshopsOf(pack))
  const [session, setSession] = useState<string | null>(() =>
    sessions.length === 1 ? (sessions[0]?.id ?? null) : null,
  )
  const [table, setTable] = useState(() => tableGuess(pack, name))
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const open = () => {
    const found: FieldError[] = [
      ...(session === null ? [{ id: 'session', message: 'Choose the workshop' }] : []),
      ...(table === '' ? [{ id: 'table', message: 'Choose the table' }] : []),
    ]
    setErrors(found)
    if (found.length > 0) return
    localStorage.setItem(KEPT, table)
    go(`/workshop/${session}/${table}`)
  }
  return (
    <>
      <Bar title={pack.name} saved>
        <Button look="quiet" icon={Settings} onClick={() => go('/staff')}>
          Staff
        </Button>
      </Bar>
      <Page width="narrow">
        <ErrorSummary errors={errors} />
        <Heading>Which table is this?</Heading>
        <RadioList
          legend="Workshop"
          name="session"
          id="session"
          value={session}
          error={errorOf(errors, 'session')}
          onChange={setSession}
          options={sessions.map((one) => ({
            value: one.id,
            label: one.title,
            hint: [`${one.starts} to ${one.ends}`, one.room].filter(Boolean).join(' · '),
          }))}
        />
        <SelectField
          id="table"
          label="Table"
          value={table}
          error={errorOf(errors, 'table')}
          onText={setTable}
          options={[
            { value: '', label: 'Choose a table' },
            ...openOf(pack.tables).map((one) => ({
              value: one.id,
              label: one.where === '' ? one.name : `${one.name}, ${one.where}`,
            })),
          ]}
        />
      </Page>
      <Dock>
        <span className="push" />
        <Button big then={ArrowRight} onClick={open}>
          Open the table
        </Button>
      </Dock>
    </>
  )
}

/** The table this tablet was at last, or the one it is named after. */
function tableGuess(pack: EventPack, name: string): string {
  const kept = localStorage.getItem(KEPT)
  const tables = openOf(pack.tables)
  const known =
    tables.find((table) => table.id === kept) ??
    tables.find((table) => table.name.toLowerCase() === name.trim().toLowerCase())
  return known?.id ?? ''
}
