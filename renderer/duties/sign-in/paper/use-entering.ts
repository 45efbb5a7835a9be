/** Sends the lines to the station, one after the other, while the next is being typed; none is lost, none is entered twice. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { PaperEntry } from '../../../../shared/contract/paper.ts'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { type Said, saidOf } from './said.ts'
import type { CheckedLine, LineForm } from './line.ts'

type Sound = Extract<CheckedLine, { ok: true }>
/** A line on its way, or one that did not get in: `form` is what was typed, to be looked at again. */
export type Waiting = { serial: number; form: LineForm; state: 'sending' | 'failed'; sentence: string }
type Known = Extract<Sound, { kind: 'known' }>
export type NewLine = Extract<Sound, { kind: 'new' }>
/** What became of somebody who is not on the list; with `likely`, it has to be asked whether they are. */
export type Added = { code: 'added' | 'failed' } | { code: 'asked'; likely: DelegateView[] }

const CUT_OFF =
  'This was not answered before the page was left. Enter it again: a line that is in already changes nothing.'

export function useEntering() {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [said, setSaid] = useState<(Said & { serial: number }) | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const serial = useRef(0)

  const say = useCallback((what: Said) => {
    serial.current += 1
    setSaid({ ...what, serial: serial.current })
  }, [])
  const drop = useCallback((gone: number) => setWaiting((lines) => lines.filter((line) => line.serial !== gone)), [])

  /** Lines that were on their way when the tablet went out. */
  const bringBack = useCallback((forms: readonly LineForm[]): void => {
    const lines = forms.map((form) => {
      serial.current += 1
      return { serial: serial.current, form, state: 'failed' as const, sentence: CUT_OFF }
    })
    setWaiting((before) => [...before, ...lines])
  }, [])

  /** A line of somebody on the list. The page goes on at once; what does not get in stays in sight as `waiting`. */
  const send = useCallback(
    (form: LineForm, { delegate, times }: Known): void => {
      serial.current += 1
      const mine = serial.current
      const failed = (sentence: string, whole = sentence) => {
        say({ tone: 'bad', sentence: whole })
        setWaiting((lines) =>
          lines.map((line) => (line.serial === mine ? { ...line, state: 'failed' as const, sentence } : line)),
        )
      }
      setWaiting((lines) => [{ serial: mine, form, state: 'sending', sentence: '' }, ...lines])
      queue.current = queue.current.then(async () => {
        try {
          const answer = await client.paper.enter({ delegate, ...times, instead: form.instead })
          const what = saidOf(answer, form.name, times)
          if (what.tone === 'bad') return failed(what.sentence)
          say(what)
          await queries.invalidateQueries({ queryKey: api.paper.entered.key() })
          drop(mine)
        } catch (error) {
          failed(sentenceOf(error), `${form.name} is not entered. ${sentenceOf(error)}`)
        }
      })
    },
    [client, api, queries, say, drop],
  )

  /** Somebody on the blank lines. The page waits for this answer: it may be a question. */
  const add = useCallback(
    ({ name, organisation, times }: NewLine, evenIfKnown: boolean): Promise<Added> => {
      const answered = queue.current.then(async (): Promise<Added> => {
        try {
          const answer = await client.paper.walkIn({ name, organisation, ...times, evenIfKnown })
          if (answer.code === 'possible-duplicates') return { code: 'asked', likely: answer.likely }
          const what = saidOf(answer, name, times)
          say(what)
          await queries.invalidateQueries({ queryKey: api.paper.entered.key() })
          return { code: what.tone === 'bad' ? 'failed' : 'added' }
        } catch (error) {
          say({ tone: 'bad', sentence: `${name} is not entered. ${sentenceOf(error)}` })
          return { code: 'failed' }
        }
      })
      queue.current = answered
      return answered
    },
    [client, api, queries, say],
  )

  const undo = useCallback(
    (entry: PaperEntry): void => {
      queue.current = queue.current.then(async () => {
        try {
          const { code } = await client.paper.undo({ delegate: entry.delegate, entered: entry.entered })
          await queries.invalidateQueries({ queryKey: api.paper.entered.key() })
          say(
            code === 'undone'
              ? {
                  tone: 'ok',
                  sentence: `Taken back: ${entry.name}.${entry.added ? ' They are off the list again.' : ''}`,
                }
              : {
                  tone: 'bad',
                  sentence: `${entry.name} has come or gone since, so this line stays. Look them up at the desk.`,
                },
          )
        } catch (error) {
          say({ tone: 'bad', sentence: sentenceOf(error) })
        }
      })
    },
    [client, api, queries, say],
  )
  return { waiting, said, send, add, undo, drop, bringBack }
}
