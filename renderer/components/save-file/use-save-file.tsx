/** The one way to save a file: onto a stick that is plugged in, or with the downloads of this tablet. */
import { type ReactNode, useState } from 'react'
import type { PluggedIn } from '../../../shared/contract/sticks.ts'
import { useApi } from '../../api.tsx'
import { isDesktopApp } from '../../client.ts'
import { handOver } from './hand-over.ts'
import type { Place } from './place-words.ts'
import { lazyPage, Nothing } from '../late.tsx'

// Most tablets never see a stick.
const PlaceDialog = lazyPage(async () => (await import('./place-dialog.tsx')).PlaceDialog, Nothing)

type Asking = { file: File; first: PluggedIn; answer: (place: Place | null) => void }

/**
 * `save` answers with where the file is, and with null where somebody thought better of it. `dialog` stands wherever the page
 * has room for nothing: it is empty until there is a stick to choose.
 */
export function useSaveFile(): { save: (file: File) => Promise<Place | null>; dialog: ReactNode } {
  const { client } = useApi()
  const [asking, setAsking] = useState<Asking | null>(null)
  const save = async (file: File): Promise<Place | null> => {
    // A station that cannot say which sticks there are must not keep a file from anybody.
    const first = await client.sticks.list().catch(() => ({ sticks: [], locked: false }))
    if (first.sticks.length === 0) return download(file, first.locked)
    return new Promise((answer) => setAsking({ file, first, answer }))
  }
  const dialog =
    asking === null ? null : (
      <PlaceDialog
        file={asking.file}
        first={asking.first}
        download={() => download(asking.file, asking.first.locked)}
        onDone={(place) => {
          setAsking(null)
          asking.answer(place)
        }}
      />
    )
  return { save, dialog }
}

function download(file: File, locked: boolean): Place {
  handOver(file)
  return { kind: isDesktopApp() && !locked ? 'asked' : 'downloads', name: file.name }
}
