/** Prints the badges of some people, and writes it into the log. */
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PrintFailure, PrintWhy } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, nextFree, paperOf } from '../../../../shared/domain/badge-layout.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { NotPrinted, PrintSheet } from '../../../components/print-sheet.tsx'
import { keepNextLabel, nextLabel } from './next-label.ts'
import './badges.css'

/** `sent`: the print dialog was opened with them, or the printer took them, which is all that a page can know. `failed` has a sentence for the screen. */
export type PrintOutcome = { code: 'sent'; job: string; badges: number } | { code: 'failed'; sentence: string }

type Props = {
  /** Ids of the delegates, in the order their badges are printed. */
  delegates: readonly string[]
  layout: BadgeLayout
  why: PrintWhy
  /** The label, from 0, with which a sheet begins; by default the first that this tablet's last printing left free. */
  firstFree?: number
  onDone: (outcome: PrintOutcome) => void
}

const NOBODY = 'There is nobody to print a badge for: they are not on this tablet’s list any more.'
const WOULD_NOT = 'This browser would not print. Nothing is lost: look at the printer, then print again.'
const NOT_PRINTED: Record<PrintFailure, string> = {
  'no-printer':
    'The printer for badges is not connected. Nothing is lost: connect it, or choose another under “How this desk works”, then print again.',
  refused:
    'The printer for badges did not take them. Nothing is lost: look whether it is switched on and has paper, then print again.',
  'too-slow':
    'The printer for badges has not answered for a minute. Nothing is lost: look at it, then print again what has not come out.',
}

/** Give it a key for each printing. It never throws: a print that failed is told in the log, and nobody waits for it. */
export function PrintBadges({ onDone, ...props }: Props) {
  const { client, api } = useApi()
  const queries = useQueryClient()
  // What is being printed is what was asked for when this printing began.
  const [asked] = useState(() => ({
    ...props,
    from: props.firstFree ?? nextLabel(props.layout),
    job: crypto.randomUUID(),
  }))
  const [sheets, setSheets] = useState<{ pages: ReactNode; people: string[] } | null>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  }, [onDone])

  useEffect(() => {
    let gone = false
    const draw = async () => {
      try {
        const delegates = [...asked.delegates]
        const contents = delegates.length === 0 ? [] : await client.badges.contents({ delegates })
        if (contents.length === 0) throw new NobodyThere()
        const pack = await queries.query({ ...api.station.event.queryOptions(), staleTime: 'static' })
        const { drawSheets } = await import('./draw-sheets.tsx')
        const { rehearsal } = await queries.query({ ...api.station.state.queryOptions(), staleTime: 'static' })
        const pages = await drawSheets(contents, { pack, layout: asked.layout, rehearsal, firstFree: asked.from })
        if (!gone) setSheets({ pages, people: contents.map(({ id }) => id) })
      } catch (error) {
        const sentence = error instanceof NobodyThere ? NOBODY : sentenceOf(error)
        if (!gone) done.current({ code: 'failed', sentence })
      }
    }
    void draw()
    return () => {
      gone = true
    }
  }, [client, api, queries, asked])

  if (sheets === null) return null
  const { layout, why, job, from } = asked
  const printing = { layout, why, job, delegates: sheets.people }
  const sent = async () => {
    keepNextLabel(layout, nextFree(paperOf(layout), from, sheets.people.length))
    // It is on paper now, whether or not the log can be written.
    await client.badges.printed(printing).catch(() => undefined)
    done.current({ code: 'sent', job, badges: sheets.people.length })
  }
  const failed = async (cause: unknown) => {
    await client.badges.notPrinted(printing).catch(() => undefined)
    done.current({ code: 'failed', sentence: cause instanceof NotPrinted ? NOT_PRINTED[cause.why] : WOULD_NOT })
  }
  return (
    <PrintSheet
      onDone={() => void sent()}
      onFailed={(error) => void failed(error)}
      silently={() => client.badges.print({ delegates: sheets.people, layout })}
    >
      {sheets.pages}
    </PrintSheet>
  )
}

class NobodyThere extends Error {}
