/** An import on its way: the list in the hand, what was decided about it, and what it did. All of it is gone when the page is left. */
import { useEffect, useRef, useState } from 'react'
import type { ImportAnalysis, Imported, ImportError, ImportProgress } from '../../../../shared/contract/import.ts'
import type { KioskClient } from '../../../../shared/contract/index.ts'
import {
  AS_FOUND,
  decided,
  type ImportChange,
  type ImportDecisions,
} from '../../../../shared/domain/import-decisions.ts'
import { useApi } from '../../../api.tsx'
import { isNotFound, sentenceOf } from '../../../client.ts'
import { refusedBefore } from './import-words.ts'
import { PASTED, pastedFile } from './paste.ts'

export type Refusal = { sentence: string; todo: string }
type Stage =
  | { step: 'choose'; refused: Refusal | null }
  | { step: 'paste'; refused: Refusal | null }
  | { step: 'preview'; preview: ImportAnalysis }
  | { step: 'done'; done: Imported }

export type Importing = {
  stage: Stage
  fileName: string
  /** True of a list that was pasted: it has no encoding, and no file to go back to. */
  pasted: boolean
  busy: 'reading' | 'importing' | null
  /** How much of it is written; null where nobody can tell. */
  progress: ImportProgress | null
  error: string
  /** What has changed under the organiser’s hands, said once. */
  notice: string
  /** What was put right and chosen, at once; the station follows. */
  decisions: ImportDecisions
  choose(file: File): void
  toPaste(): void
  paste(text: string): void
  decide(change: ImportChange): void
  run(): void
  /** Stops what has not been written yet. */
  stop(): void
  restart(): void
}

const CHANGED =
  'The list on this tablet has changed since you looked, so nothing was imported yet. This is how it stands now: look again, and import.'

type Turn = { what: 'reading' | 'importing'; stop: AbortController }

/** Whatever comes of it: the station lets go of a list by itself, only later. */
function leave(client: KioskClient, held: ImportAnalysis | null): void {
  if (held !== null) client.import.leave({ id: held.id }).catch(() => undefined)
}

/** True where an import of either does the same: nothing is different but the names under which the station held them. */
const isAlike = ({ id: _one, ...one }: ImportAnalysis, { id: _other, ...other }: ImportAnalysis): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export function useImport(onImported: () => Promise<unknown>): Importing {
  const { client } = useApi()
  const [stage, setStage] = useState<Stage>({ step: 'choose', refused: null })
  const [busy, setBusy] = useState<Importing['busy']>(null)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const [error, setError] = useState('')
  const [notice, setNotice] = useState('')
  const [source, setSource] = useState({ name: '', pasted: false })
  const [decisions, setDecisions] = useState(AS_FOUND)
  const file = useRef<File | null>(null)
  // What is on screen as the station answered it; a change that comes to nothing goes back to it.
  const answered = useRef<ImportAnalysis | null>(null)
  // Decided while the station was still at what was decided before; it is told of all of it at once.
  const waiting = useRef<ImportChange[]>([])
  // Only the last that was asked for counts; what was asked before is stopped.
  const asked = useRef<Turn | null>(null)
  useEffect(
    () => () => {
      asked.current?.stop.abort()
      leave(client, answered.current)
    },
    [client],
  )

  const begin = (what: Turn['what']): Turn => {
    asked.current?.stop.abort()
    const turn = { what, stop: new AbortController() }
    asked.current = turn
    setBusy(what)
    setProgress(null)
    setError('')
    setNotice('')
    return turn
  }
  const isLast = (turn: Turn) => asked.current === turn
  const end = (turn: Turn) => {
    if (!isLast(turn)) return
    asked.current = null
    setBusy(null)
  }
  /** Of the list that was in the hand nothing is kept, here or at the station. */
  const letGo = () => {
    leave(client, answered.current)
    answered.current = null
    waiting.current = []
    file.current = null
  }

  const show = (preview: ImportAnalysis) => {
    answered.current = preview
    setDecisions(waiting.current.reduce((before, one) => decided(before, one, preview.mapping), preview.decisions))
    setStage({ step: 'preview', preview })
  }
  const goBack = () => {
    waiting.current = []
    setDecisions(answered.current?.decisions ?? AS_FOUND)
  }
  const refuse = ({ sentence, todo }: Refusal, step: 'choose' | 'paste') => {
    letGo()
    setStage({ step, refused: { sentence, todo } })
  }
  /** The file as it was chosen, read as these decisions say. */
  const analyse = (given: File, made: ImportDecisions, { stop }: Turn) =>
    client.import.analyse({ file: given, decisions: made }, { signal: stop.signal })

  const look = async (given: File, step: 'choose' | 'paste') => {
    const turn = begin('reading')
    try {
      const answer = await analyse(given, AS_FOUND, turn)
      if (!isLast(turn)) return
      if (answer.code === 'analysis') show(answer)
      else refuse(answer, step)
    } catch (cause) {
      if (isLast(turn)) setError(sentenceOf(cause))
    } finally {
      end(turn)
    }
  }
  /** Where the station has let go of the list, it is sent again, with all that was decided. */
  const decideOrSendAgain = async (
    held: ImportAnalysis,
    given: File,
    changes: ImportChange[],
    turn: Turn,
  ): Promise<ImportAnalysis | ImportError> => {
    try {
      return await client.import.decide({ id: held.id, changes }, { signal: turn.stop.signal })
    } catch (cause) {
      if (!isNotFound(cause)) throw cause
      const made = changes.reduce((before, one) => decided(before, one, held.mapping), held.decisions)
      return analyse(given, made, turn)
    }
  }
  const decide = async (change: ImportChange) => {
    const held = answered.current
    if (held === null || asked.current?.what === 'importing') return
    waiting.current = [...waiting.current, change]
    setDecisions((before) => decided(before, change, held.mapping))
    if (asked.current !== null) return
    const turn = begin('reading')
    try {
      while (isLast(turn) && waiting.current.length > 0 && answered.current !== null && file.current !== null) {
        const changes = waiting.current.splice(0)
        const answer = await decideOrSendAgain(answered.current, file.current, changes, turn)
        if (!isLast(turn)) return
        if (answer.code === 'analysis') show(answer)
        else {
          setError(`${answer.sentence} ${answer.todo}`)
          goBack()
        }
      }
    } catch (cause) {
      if (isLast(turn)) {
        setError(sentenceOf(cause))
        goBack()
      }
    } finally {
      end(turn)
    }
  }
  const take = async (chosen: File) => {
    letGo()
    setSource({ name: chosen.name, pasted: false })
    const refused = refusedBefore(chosen.name, chosen.size)
    if (refused !== null) {
      refuse(refused, 'choose')
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
      refuse(
        {
          sentence: `“${chosen.name}” could not be opened.`,
          todo: 'It may have been moved, or still be open in another program that is saving it. Close it there, and choose it again.',
        },
        'choose',
      )
      return
    }
    if (isLast(turn)) await look(file.current, 'choose')
  }
  /** To its end, also where the page is left meanwhile: the station does not stop in the middle. */
  const commit = async (id: string, turn: Turn) => {
    for await (const step of await client.import.commit({ id })) {
      if (step.code !== 'progress') return step
      if (isLast(turn)) setProgress(step)
    }
    throw new Error('An import has an end')
  }
  const commitOrSendAgain = async (held: ImportAnalysis, given: File, turn: Turn) => {
    try {
      return await commit(held.id, turn)
    } catch (cause) {
      if (!isNotFound(cause)) throw cause
      const again = await analyse(given, held.decisions, turn)
      if (again.code === 'file-refused') return again
      return isAlike(again, held) ? commit(again.id, turn) : { code: 'changed' as const, analysis: again }
    }
  }
  const run = async () => {
    const held = answered.current
    if (held === null || file.current === null || asked.current !== null) return
    const turn = begin('importing')
    try {
      const answer = await commitOrSendAgain(held, file.current, turn)
      if (!isLast(turn)) return
      // Not first when all is asked for anew: whoever is quick would press a button that does nothing.
      end(turn)
      switch (answer.code) {
        case 'imported':
          answered.current = null
          file.current = null
          setStage({ step: 'done', done: answer })
          await onImported()
          break
        case 'changed':
          show(answer.analysis)
          setNotice(CHANGED)
          break
        case 'file-refused':
          refuse(answer, 'choose')
      }
    } catch (cause) {
      if (isLast(turn)) setError(sentenceOf(cause))
    } finally {
      end(turn)
    }
  }
  /** Whatever is asked for now is not waited for any more. */
  const takeBack = () => {
    asked.current?.stop.abort()
    asked.current = null
    setBusy(null)
  }
  const stop = () => {
    if (asked.current?.what !== 'reading') return
    takeBack()
    setNotice('Stopped.')
    goBack()
    if (stage.step !== 'preview') file.current = null
  }
  const forget = (step: 'choose' | 'paste') => {
    takeBack()
    letGo()
    setDecisions(AS_FOUND)
    setError('')
    setNotice('')
    setSource({ name: '', pasted: false })
    setStage({ step, refused: null })
  }
  return {
    stage,
    fileName: source.name,
    pasted: source.pasted,
    busy,
    progress,
    error,
    notice,
    decisions,
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
        void look(made, 'paste')
      }
    },
    decide: (change) => void decide(change),
    run: () => void run(),
    stop,
    restart: () => forget('choose'),
  }
}
