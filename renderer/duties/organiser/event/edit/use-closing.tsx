/** Changes that are one press: closing, opening again, moving up and down; and the question what becomes of what hangs on it. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Choice, EventChangeAnswer } from '../../../../../shared/contract/event.ts'
import type { PackChange } from '../../../../../shared/domain/event-change/change.ts'
import type { Hanging } from '../../../../../shared/domain/event-change/hanging.ts'
import { useApi } from '../../../../api.tsx'
import { type Said, useSending } from '../../../../components/form/use-sending.ts'
import { movedWords } from './edit-words.ts'
import { HangingDialog } from './hanging-dialog.tsx'

export type Asked = { changes: PackChange[]; hanging: Hanging[] }

export function useClosing(onSaid: (said: Said | undefined) => void) {
  const { client } = useApi()
  const queries = useQueryClient()
  const { busy, said, attempt } = useSending()
  const [asked, setAsked] = useState<Asked | null>(null)
  const send = (changes: PackChange[], choices: Choice[] = []): Promise<EventChangeAnswer> =>
    client.event.change({ changes, choices })
  const done = async (moved: number) => {
    setAsked(null)
    await queries.invalidateQueries()
    onSaid({ tone: 'ok', words: movedWords(moved) })
  }
  const change = (changes: PackChange[]) =>
    attempt(async () => {
      onSaid(undefined)
      const answer = await send(changes)
      if (answer.code === 'hangs') setAsked({ changes, hanging: answer.hanging })
      else if (answer.code === 'refused')
        onSaid({ tone: 'bad', words: answer.errors.map(({ message }) => message).join('. ') })
      else await done(answer.moved)
    })
  /** A form was saved; or it asks what becomes of what hangs on it. */
  const saved = (next: Asked | null): Promise<void> | void => (next === null ? done(0) : setAsked(next))
  const dialog =
    asked === null ? null : (
      <HangingDialog
        hanging={asked.hanging}
        onChoose={(choices) => send(asked.changes, choices)}
        onBack={() => setAsked(null)}
        onDone={done}
      />
    )
  return { busy, failed: said, change, saved, dialog }
}
