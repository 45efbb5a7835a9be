/** A newer version of the app, for staff: looked for when they ask, and installed when they say so. */
import { HardDriveDownload, RefreshCw } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FoundUpdate, UpdateLook } from '../../../shared/contract/updates.ts'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Sentence } from '../../components/sentence.tsx'
import { updateWords } from './update-words.ts'

type Offered = Extract<FoundUpdate, { code: 'offered' }>

export function Updates() {
  const { client } = useApi()
  const [busy, setBusy] = useState(true)
  const [looked, setLooked] = useState<UpdateLook | null>(null)
  const [error, setError] = useState('')
  const [asking, setAsking] = useState<Offered | null>(null)

  const look = useCallback(async () => {
    setBusy(true)
    setLooked(null)
    setError('')
    try {
      setLooked(await client.updates.look())
    } catch (cause) {
      setError(sentenceOf(cause))
    } finally {
      setBusy(false)
    }
  }, [client])
  // Somebody has opened this section: that is the asking. It is never looked by itself.
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) return
    first.current = false
    void look()
  }, [look])

  const found = looked?.found
  const words = looked === null ? null : updateWords(looked)
  return (
    <div className="stack gap-3">
      {looked?.last == null ? null : (
        <Sentence tone={looked.last.installed ? 'ok' : 'bad'}>
          {looked.last.installed
            ? `Version ${looked.last.version} was installed. Everything on this tablet stayed.`
            : `Version ${looked.last.version} was not installed. This tablet still has version ${looked.current}, and everything on it. Try again, or tell whoever looks after the tablets.`}
        </Sentence>
      )}
      {busy ? (
        <p role="status" className="muted">
          Looking. If there is a stick, leave it in. An old one takes a minute, and a slow network some more.
        </p>
      ) : null}
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      {words === null ? null : (
        <Sentence tone={words.tone}>
          <p className="strong">{words.title}</p>
          <p>{words.more}</p>
        </Sentence>
      )}
      <div className="row">
        {found?.code === 'offered' ? (
          <Button icon={HardDriveDownload} onClick={() => setAsking(found)}>
            {found.byHand ? 'Close and show it' : 'Install and start again'}
          </Button>
        ) : null}
        {/* The button that opened this section has gone, and the focus with it. */}
        <Button look="ghost" icon={RefreshCw} busy={busy} autoFocus onClick={() => void look()}>
          {busy ? 'Looking…' : 'Look for an update'}
        </Button>
      </div>
      {asking === null ? null : <ConfirmInstall update={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

function ConfirmInstall({ update, onClose }: { update: Offered; onClose: () => void }) {
  const { client } = useApi()
  const [step, setStep] = useState<'ask' | 'busy' | 'installing'>('ask')
  const [error, setError] = useState('')
  const install = async () => {
    setStep('busy')
    setError('')
    try {
      const { code } = await client.updates.install({ id: update.id })
      if (code === 'installing') return setStep('installing')
      setError('What was checked is not there any more. Close this, and look for the update again.')
    } catch (cause) {
      setError(sentenceOf(cause))
    }
    setStep('ask')
  }
  if (step === 'installing')
    return (
      <Dialog title={`Installing version ${update.version}`} onClose={() => undefined}>
        <p role="status">
          {update.byHand
            ? 'Pledge Kiosk closes now. This computer asks for an administrator, and then a window with the new version opens. Drag it onto Applications, say that it may replace the old one, and start it.'
            : 'Pledge Kiosk closes now and starts again by itself, in about a minute. Leave the tablet switched on. If this computer asks for an administrator, let one say yes.'}
        </p>
      </Dialog>
    )
  return (
    <Dialog
      title={`Install version ${update.version}?`}
      onClose={onClose}
      foot={
        <>
          <Button look="ghost" safe onClick={onClose}>
            Not now
          </Button>
          <Button busy={step === 'busy'} onClick={() => void install()}>
            Install it
          </Button>
        </>
      }
    >
      <p>
        {update.byHand
          ? 'A backup is made first. Then Pledge Kiosk closes, and you put the new version in its place. Everything on this computer stays.'
          : 'A backup is made first. Then Pledge Kiosk closes, the new version is installed, and it starts again: for about a minute nobody can use this tablet. Everything on it stays.'}
      </p>
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
    </Dialog>
  )
}
