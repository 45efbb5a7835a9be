/** Fetches the lines of a sheet, all of one list, and makes pages of them; the screen stays alive meanwhile. */
import { startTransition, useCallback, useRef, useState } from 'react'
import type { KioskClient } from '../../../../shared/contract/index.ts'
import type { SheetLine, WhoseLines } from '../../../../shared/contract/paper.ts'
import { useApi } from '../../../api.tsx'
import { sentenceOf } from '../../../client.ts'
import { undrawnIn } from '../../../components/undrawn/look.ts'
import type { Desk } from './desks.ts'
import type { Paper } from './sheet-layout.ts'
import { paginate, type SheetPage } from './sheet-pages.ts'

const AT_ONCE = 1000
const TRIES = 5

type PrintedSheet = { desk: Desk; pages: SheetPage[] }
export type Wish = { who: WhoseLines; paper: Paper; blankPages: number; desks: readonly Desk[] }
export type PrintJob = {
  serial: number
  wish: Wish
  sheets: PrintedSheet[]
  pages: number
  undrawn: ReadonlySet<string>
}

/** Everyone between two letters, once: where the list changed between two answers, it is read again. */
async function fetchLines(client: KioskClient, who: WhoseLines, { from, to }: Desk): Promise<SheetLine[]> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const lines: SheetLine[] = []
    let edition: number | null = null
    let whole = true
    for (;;) {
      const page = await client.paper.sheet({ who, from, to, offset: lines.length, limit: AT_ONCE })
      if (edition !== null && page.edition !== edition) {
        whole = false
        break
      }
      edition = page.edition
      lines.push(...page.items)
      if (lines.length >= page.total || page.items.length === 0) break
    }
    if (whole) return lines
  }
  throw new Error('The list changes too fast')
}

/** `job`: what is to be printed now, to be put into a PrintSheet; call `done` when that has closed. */
export function usePrint() {
  const { client } = useApi()
  const [job, setJob] = useState<PrintJob | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const serial = useRef(0)
  const working = useRef(false)

  const print = useCallback(
    async (wish: Wish): Promise<void> => {
      if (working.current) return
      working.current = true
      setBusy(true)
      setError(undefined)
      try {
        const sheets: PrintedSheet[] = []
        const names: string[] = []
        for (const desk of wish.desks) {
          const lines = await fetchLines(client, wish.who, desk)
          names.push(...lines.map(({ name }) => name))
          sheets.push({ desk, pages: paginate(lines, wish.paper, wish.blankPages) })
        }
        const undrawn = await undrawnIn(names)
        serial.current += 1
        const pages = sheets.reduce((sum, sheet) => sum + sheet.pages.length, 0)
        const next = { serial: serial.current, wish, sheets, pages, undrawn }
        // Two hundred pages are drawn in small pieces, so that the screen answers meanwhile.
        startTransition(() => setJob(next))
      } catch (cause) {
        setError(sentenceOf(cause))
        setBusy(false)
        working.current = false
      }
    },
    [client],
  )
  const done = useCallback((cause?: unknown) => {
    working.current = false
    setBusy(false)
    setJob(null)
    if (cause !== undefined) setError('This browser would not print. Try once more, or print from another tablet.')
  }, [])
  return { job, busy, error, print, done }
}
