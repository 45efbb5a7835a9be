/** Files that the station writes when somebody asks: one at a time, saved where they choose, and what is said of it. */
import { type ReactNode, useState } from 'react'
import { sentenceOf } from '../../client.ts'
import type { Said } from '../form/use-sending.ts'
import type { Place } from './place-words.ts'
import { useSaveFile } from './use-save-file.tsx'

/** What was written, and what is said once it is saved. */
type Written = { file: File; words: (place: Place) => string }

type Export<Kind> = {
  /** What is being written; null while nothing is. */
  busy: Kind | null
  said: Said | undefined
  say: (said: Said | undefined) => void
  /** Never rejects: what `write` throws is said. Nothing is said where somebody thought better of saving it. */
  download: (kind: Kind, write: () => Promise<Written>) => Promise<void>
  dialog: ReactNode
}

export function useExport<Kind extends string>(): Export<Kind> {
  const { save, dialog } = useSaveFile()
  const [busy, setBusy] = useState<Kind | null>(null)
  const [said, say] = useState<Said>()
  const download: Export<Kind>['download'] = async (kind, write) => {
    setBusy(kind)
    say(undefined)
    try {
      const { file, words } = await write()
      const place = await save(file)
      if (place !== null) say({ tone: 'ok', words: words(place) })
    } catch (error) {
      say({ tone: 'bad', words: sentenceOf(error) })
    } finally {
      setBusy(null)
    }
  }
  return { busy, said, say, download, dialog }
}
