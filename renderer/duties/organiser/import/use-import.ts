/** An import on its way: the file in the hand, how it is read, and what it did. All of it is gone when the page is left. */
import { useRef, useState } from 'react'
import type { ImportCounts, ImportPreview } from '../../../../shared/contract/sign-in.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { type ImportEncoding, type ImportMapping, refusedBefore } from './import-words.ts'

/** How a person wants the file read; null leaves it to the station. */
type Reading = { encoding: ImportEncoding | null; sheet: string | null; mapping: ImportMapping | null }
const AS_FOUND: Reading = { encoding: null, sheet: null, mapping: null }

type At =
  | { step: 'choose'; refused: { sentence: string; todo: string } | null }
  | { step: 'look'; preview: ImportPreview }
  | { step: 'done'; counts: ImportCounts }

export type Importing = {
  at: At
  fileName: string
  busy: 'reading' | 'importing' | null
  problem: string
  choose(file: File): void
  readAgain(reading: Partial<Reading>): void
  run(): void
  restart(): void
}

export function useImport(onImported: () => Promise<unknown>): Importing {
  const { client } = useApi()
  const [at, setAt] = useState<At>({ step: 'choose', refused: null })
  const [busy, setBusy] = useState<Importing['busy']>(null)
  const [problem, setProblem] = useState('')
  const [fileName, setFileName] = useState('')
  const file = useRef<File | null>(null)
  const reading = useRef(AS_FOUND)
  // Two answers may come in the wrong order; only the last that was asked for counts.
  const asked = useRef(0)

  const look = async (chosen: File, next: Reading, again: boolean) => {
    const turn = ++asked.current
    setBusy('reading')
    setProblem('')
    try {
      const answer = await client.signIn.previewImport({ file: chosen, ...next })
      if (turn !== asked.current) return
      if (answer.code === 'preview') {
        const { code: _preview, ...preview } = answer
        reading.current = next
        setAt({ step: 'look', preview })
      } else if (again) setProblem(`${answer.sentence} ${answer.todo}`)
      else refuse(answer)
    } catch (error) {
      if (turn === asked.current) setProblem(sentenceOf(error))
    } finally {
      if (turn === asked.current) setBusy(null)
    }
  }
  const refuse = ({ sentence, todo }: { sentence: string; todo: string }) => {
    file.current = null
    reading.current = AS_FOUND
    setAt({ step: 'choose', refused: { sentence, todo } })
  }
  const take = async (chosen: File) => {
    const refused = refusedBefore(chosen.name, chosen.size)
    if (refused !== null) {
      refuse(refused)
      return
    }
    setBusy('reading')
    try {
      // A copy: the same bytes are looked at and imported, even where somebody saves the file again meanwhile.
      file.current = new File([await chosen.arrayBuffer()], chosen.name)
    } catch {
      setBusy(null)
      refuse({
        sentence: `“${chosen.name}” could not be opened.`,
        todo: 'It may have been moved, or still be open in another program. Close it there, and choose it again.',
      })
      return
    }
    await look(file.current, AS_FOUND, false)
  }
  const run = async () => {
    if (file.current === null || busy !== null) return
    setBusy('importing')
    setProblem('')
    try {
      const answer = await client.signIn.import({ file: file.current, ...reading.current })
      if (answer.code === 'imported') {
        const { code: _imported, ...counts } = answer
        file.current = null
        setAt({ step: 'done', counts })
        await onImported()
      } else refuse(answer)
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }
  return {
    at,
    fileName,
    busy,
    problem,
    choose: (chosen) => {
      if (busy === 'importing') return
      setFileName(chosen.name)
      void take(chosen)
    },
    readAgain: (next) => {
      if (file.current !== null && busy !== 'importing') void look(file.current, { ...reading.current, ...next }, true)
    },
    run: () => void run(),
    restart: () => {
      asked.current += 1
      file.current = null
      reading.current = AS_FOUND
      setBusy(null)
      setProblem('')
      setFileName('')
      setAt({ step: 'choose', refused: null })
    },
  }
}
