/** An import on its way: the list in the hand, how it is read, what was put right and chosen, and what it did. All of it is gone when the page is left. */
import { useEffect, useRef, useState } from 'react'
import type {
  Choice,
  ConflictKind,
  ImportChoices,
  ImportConflict,
  Imported,
  ImportFixes,
  ImportPreview,
  ImportProgress,
} from '../../../../shared/contract/import.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { NO_CHOICES, pruned, withChoice, withGeneral } from './choice-state.ts'
import { NO_FIXES } from './fix-state.ts'
import { type ImportEncoding, type ImportMapping, refusedBefore } from './import-words.ts'
import { PASTED, pastedFile } from './paste.ts'
import { advanced, type Progress, STARTING } from './progress-state.ts'

/** How a person wants the list read, put right and settled; null leaves it to the station. */
type Wanted = {
  encoding: ImportEncoding | null
  sheet: string | null
  top: 'headings' | 'people' | null
  mapping: ImportMapping | null
  fixes: ImportFixes
  choices: ImportChoices
}
const AS_FOUND: Wanted = {
  encoding: null,
  sheet: null,
  top: null,
  mapping: null,
  fixes: NO_FIXES,
  choices: NO_CHOICES,
}

export type Refusal = { sentence: string; todo: string }
type At =
  | { step: 'choose'; refused: Refusal | null }
  | { step: 'paste'; refused: Refusal | null }
  | { step: 'look'; preview: ImportPreview }
  | { step: 'done'; done: Imported }

export type Importing = {
  at: At
  fileName: string
  /** True of a list that was pasted: it has no encoding, and no file to go back to. */
  pasted: boolean
  busy: 'reading' | 'importing' | null
  progress: Progress
  problem: string
  /** What has changed under the organiser’s hands, said once. */
  news: string
  fixes: ImportFixes
  choices: ImportChoices
  choose(file: File): void
  toPaste(): void
  paste(text: string): void
  readAgain(reading: Partial<Pick<Wanted, 'encoding' | 'sheet' | 'top' | 'mapping'>>): void
  fix(fixes: ImportFixes): void
  choice(conflict: ImportConflict, choice: Choice): void
  generally(kind: ConflictKind, choice: Choice | null): void
  run(): void
  /** Stops what has not been written yet. */
  stop(): void
  restart(): void
}

export function useImport(onImported: () => Promise<unknown>): Importing {
  const { client } = useApi()
  const [at, setAt] = useState<At>({ step: 'choose', refused: null })
  const [busy, setBusy] = useState<Importing['busy']>(null)
  const [progress, setProgress] = useState<Progress>(STARTING)
  const [problem, setProblem] = useState('')
  const [news, setNews] = useState('')
  const [source, setSource] = useState({ name: '', pasted: false })
  // What is shown as corrected and chosen, at once; the station follows.
  const [wanted, setWanted] = useState<Wanted>(AS_FOUND)
  const file = useRef<File | null>(null)
  const seen = useRef('')
  // How the list was read that is on screen now; a change that comes to nothing goes back to it.
  const shown = useRef(AS_FOUND)
  // Only the last that was asked for counts; what was asked before is stopped.
  const asked = useRef<AbortController | null>(null)
  useEffect(() => () => asked.current?.abort(), [])

  const begin = (what: 'reading' | 'importing'): AbortController => {
    asked.current?.abort()
    const turn = new AbortController()
    asked.current = turn
    setBusy(what)
    setProgress(STARTING)
    setProblem('')
    setNews('')
    return turn
  }
  const isLast = (turn: AbortController) => asked.current === turn && !turn.signal.aborted
  const follow = (step: ImportProgress) => setProgress((before) => advanced(before, step))
  const end = (turn: AbortController) => {
    if (asked.current === turn) setBusy(null)
  }

  const show = (preview: ImportPreview, next: Wanted) => {
    seen.current = preview.seen
    shown.current = { ...next, choices: pruned(next.choices, preview.conflicts) }
    setWanted(shown.current)
    setAt({ step: 'look', preview })
  }
  const look = async (chosen: File, next: Wanted, before: 'choose' | 'paste' | 'look') => {
    const turn = begin('reading')
    setWanted(next)
    try {
      for await (const step of await client.signIn.previewImport({ file: chosen, ...next }, { signal: turn.signal })) {
        if (!isLast(turn)) return
        if (step.code === 'progress') {
          follow(step)
          continue
        }
        // Not first when the call is over: whoever is quick would press a button that does nothing.
        end(turn)
        if (step.code === 'preview') show(step, next)
        else if (before !== 'look') refuse(step, before)
        else {
          setProblem(`${step.sentence} ${step.todo}`)
          setWanted(shown.current)
        }
      }
    } catch (error) {
      if (isLast(turn)) {
        setProblem(sentenceOf(error))
        setWanted(shown.current)
      }
    } finally {
      end(turn)
    }
  }
  const refuse = ({ sentence, todo }: Refusal, step: 'choose' | 'paste' = 'choose') => {
    file.current = null
    setAt({ step, refused: { sentence, todo } })
  }
  const take = async (chosen: File) => {
    setSource({ name: chosen.name, pasted: false })
    const refused = refusedBefore(chosen.name, chosen.size)
    if (refused !== null) {
      refuse(refused)
      return
    }
    const turn = begin('reading')
    try {
      // A copy: the same bytes are looked at and imported, even where somebody saves the file again meanwhile.
      file.current = new File([await chosen.arrayBuffer()], chosen.name)
      // Reading the last of it fails where another program has written to the file since it was chosen.
      await chosen.slice(-1).arrayBuffer()
    } catch {
      end(turn)
      refuse({
        sentence: `“${chosen.name}” could not be opened.`,
        todo: 'It may have been moved, or still be open in another program that is saving it. Close it there, and choose it again.',
      })
      return
    }
    if (isLast(turn)) await look(file.current, AS_FOUND, 'choose')
  }
  const again = (next: Wanted) => {
    if (file.current !== null && busy !== 'importing') void look(file.current, next, 'look')
  }
  const run = async () => {
    if (file.current === null || busy !== null || seen.current === '') return
    const turn = begin('importing')
    try {
      const input = { file: file.current, ...wanted, seen: seen.current }
      for await (const step of await client.signIn.import(input, { signal: turn.signal })) {
        if (!isLast(turn)) return
        if (step.code === 'progress') {
          follow(step)
          continue
        }
        end(turn)
        switch (step.code) {
          case 'imported':
            file.current = null
            setAt({ step: 'done', done: step })
            await onImported()
            break
          case 'changed':
            show(step.preview, wanted)
            setNews(
              'The list on this tablet has changed since you looked, so nothing was imported yet. This is how it stands now: look again, and import.',
            )
            break
          case 'file-refused':
            refuse(step)
        }
      }
    } catch (error) {
      if (isLast(turn)) setProblem(sentenceOf(error))
    } finally {
      end(turn)
    }
  }
  const stop = () => {
    if (busy === null || progress.phase === 'writing') return
    asked.current?.abort()
    setBusy(null)
    setNews(busy === 'importing' ? 'Stopped. Nothing was imported.' : 'Stopped.')
    setWanted(shown.current)
    if (at.step !== 'look') file.current = null
  }
  const forget = (step: 'choose' | 'paste') => {
    asked.current?.abort()
    asked.current = null
    file.current = null
    seen.current = ''
    shown.current = AS_FOUND
    setWanted(AS_FOUND)
    setBusy(null)
    setProblem('')
    setNews('')
    setSource({ name: '', pasted: false })
    setAt({ step, refused: null })
  }
  return {
    at,
    fileName: source.name,
    pasted: source.pasted,
    busy,
    progress,
    problem,
    news,
    fixes: wanted.fixes,
    choices: wanted.choices,
    choose: (chosen) => {
      if (busy !== 'importing') void take(chosen)
    },
    toPaste: () => forget('paste'),
    paste: (text) => {
      if (busy !== null) return
      const made = pastedFile(text)
      setSource({ name: PASTED, pasted: true })
      const refused = refusedBefore(PASTED, made.size)
      if (refused !== null) refuse(refused, 'paste')
      else {
        file.current = made
        void look(made, AS_FOUND, 'paste')
      }
    },
    readAgain: (next) => {
      // Another sheet, another encoding or other headings: the rows are not the same, nor what was corrected in them.
      const rows = next.sheet !== undefined || next.top !== undefined || next.encoding !== undefined
      again({ ...wanted, ...(rows ? { fixes: NO_FIXES, choices: NO_CHOICES } : {}), ...next })
    },
    fix: (fixes) => again({ ...wanted, fixes }),
    choice: (conflict, choice) => again({ ...wanted, choices: withChoice(wanted.choices, conflict, choice) }),
    generally: (kind, choice) => again({ ...wanted, choices: withGeneral(wanted.choices, kind, choice) }),
    run: () => void run(),
    stop,
    restart: () => forget('choose'),
  }
}
