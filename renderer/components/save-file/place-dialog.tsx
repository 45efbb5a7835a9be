/** Asks where a file should go while a stick is plugged in, and stays until it is somewhere or nobody wants it any more. */
import { useQuery } from '@tanstack/react-query'
import { Download, Usb } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PluggedIn, StickView } from '../../../shared/contract/sticks.ts'
import { useApi } from '../../api.tsx'
import { isDesktopApp, sentenceOf } from '../../client.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { focusFirst } from '../dialog-focus.ts'
import { Sentence } from '../sentence.tsx'
import { PlaceCard } from './place-card.tsx'
import { freeWords, type Place, sticksWords } from './place-words.ts'
import './save-file.css'

/** How soon a stick that is plugged in or pulled out is noticed. Milliseconds. */
const LOOK_EVERY = 2000

type Props = {
  file: File
  first: PluggedIn
  download: () => Place
  onDone: (place: Place | null) => void
}

export function PlaceDialog({ file, first, download, onDone }: Props) {
  const { client, api } = useApi()
  const [writing, setWriting] = useState<{ to: string; stop: AbortController } | null>(null)
  const [error, setError] = useState('')
  const places = useRef<HTMLUListElement>(null)
  const { sticks } =
    useQuery(api.sticks.list.queryOptions({ initialData: first, staleTime: 0, gcTime: 0, refetchInterval: LOOK_EVERY }))
      .data ?? first

  // Whoever had the focus on a stick that is pulled out would be nowhere. Nothing is written to another that they did not choose.
  useEffect(() => {
    const dialog = places.current?.closest('dialog')
    if (dialog != null && document.activeElement === document.body) focusFirst(dialog)
  }, [sticks])

  const put = async ({ id }: StickView) => {
    const stop = new AbortController()
    setWriting({ to: id, stop })
    setError('')
    try {
      const answer = await client.sticks.save({ stick: id, file }, { signal: stop.signal })
      if (stop.signal.aborted) return
      if (answer.code === 'saved') onDone({ kind: 'stick', name: answer.name, stick: answer.stick })
      else setError(answer.message)
    } catch (cause) {
      if (!stop.signal.aborted) setError(sentenceOf(cause))
    } finally {
      setWriting(null)
    }
  }
  const cancel = () => {
    // A stick may take for ever; nobody has to wait for it.
    writing?.stop.abort()
    onDone(null)
  }
  const asks = isDesktopApp() && !first.locked
  return (
    <Dialog
      title="Where should it go?"
      onClose={cancel}
      foot={
        <Button look="ghost" safe onClick={cancel}>
          Cancel
        </Button>
      }
    >
      <p className="muted any-break two-lines">{file.name}</p>
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
      <ul className="places stack gap-3" ref={places}>
        {sticks.map((stick) => (
          <PlaceCard
            key={stick.id}
            icon={Usb}
            name={stick.name}
            about={writing?.to === stick.id ? 'Writing it…' : freeWords(stick, file.size)}
            busy={writing !== null}
            onPress={() => void put(stick)}
          />
        ))}
        <PlaceCard
          icon={Download}
          name={asks ? 'This tablet' : 'This tablet’s downloads'}
          about={asks ? 'You choose the folder' : 'It stays here until somebody takes it away'}
          busy={writing !== null}
          onPress={() => onDone(download())}
        />
      </ul>
      <p className="unseen" role="status">
        {writing === null ? sticksWords(sticks) : 'Writing the file'}
      </p>
      <p className="small muted">
        {sticks.length === 0 ? 'No stick is plugged in now. ' : ''}A stick that you plug in appears here by itself.
      </p>
    </Dialog>
  )
}
