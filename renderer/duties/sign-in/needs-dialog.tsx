/** Access and food needs of one person: off the screen, where others may look on, until a steward asks for them. */
import { useEffect, useState } from 'react'
import { type DelegateView, type Needs, needsSchema } from '../../../shared/domain/delegate.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { type Fault, faultOf, TextField } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'

export function NeedsDialog({ delegate, onClose }: { delegate: DelegateView; onClose: () => void }) {
  const { client } = useApi()
  const [needs, setNeeds] = useState<Needs | null>(null)
  const [faults, setFaults] = useState<Fault[]>([])
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let gone = false
    const look = async () => {
      try {
        const held = await client.signIn.needs({ delegate: delegate.id })
        if (!gone) setNeeds(held)
      } catch (error) {
        if (!gone) setTrouble(sentenceOf(error))
      }
    }
    void look()
    return () => {
      gone = true
    }
  }, [client, delegate.id])

  const keep = async () => {
    if (needs === null || busy) return
    const checked = needsSchema.safeParse(needs)
    setFaults(
      checked.success
        ? []
        : checked.error.issues.map(({ path, message }) => ({ id: `needs-${String(path[0])}`, message })),
    )
    if (!checked.success) return
    setBusy(true)
    try {
      await client.signIn.recordNeeds({ ...checked.data, delegate: delegate.id })
      onClose()
    } catch (error) {
      setTrouble(sentenceOf(error))
      setBusy(false)
    }
  }
  const field = (name: keyof Needs, label: string) => (
    <TextField
      id={`needs-${name}`}
      label={label}
      error={faultOf(faults, `needs-${name}`)}
      maxLength={600}
      value={needs?.[name] ?? ''}
      onText={(text) => setNeeds((held) => (held === null ? held : { ...held, [name]: text }))}
    />
  )
  return (
    <Dialog
      title={`What helps ${delegate.name} today`}
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" onClick={onClose}>
            Close
          </Button>
          {needs === null ? null : (
            <Button busy={busy} onClick={() => void keep()}>
              Keep this
            </Button>
          )}
        </>
      }
    >
      <p className="small muted">
        Only if they want to say. Only staff see it, also when the building has to be left, and it is deleted first.
      </p>
      {trouble === undefined ? null : <Sentence tone="bad">{trouble}</Sentence>}
      {needs === null ? (
        <p role="status">{trouble === undefined ? 'Looking…' : ''}</p>
      ) : (
        <div className="stack">
          {field('access', 'Access needs')}
          {field('dietary', 'Food needs')}
        </div>
      )}
    </Dialog>
  )
}
