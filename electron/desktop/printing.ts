/** Prints what a window’s page shows on paper, without a dialog, on the printer that it is told. */
import type { BrowserWindow } from 'electron'
import type { Platform, PrintOutcome } from '../station/kernel/platform.ts'
import { WINDOWS } from './station/messages.ts'

type PrintingDeps = {
  windowOf: (number: number) => BrowserWindow | null
  wait: (milliseconds: number, then: () => void) => void
  /** Hears that something was printed or was not; never what, nor where. */
  log: (event: string, outcome?: string) => void
}

/** A system that says nothing for so long about a printing, or about its printers, is not waited for. Milliseconds. */
const PRINTING = 60_000
const LOOKING = 5000
const MICRONS = 1000

export function createPrinting({ windowOf, wait, log }: PrintingDeps): NonNullable<Platform['printing']> {
  /** What `work` brings, or else `late` once it is too late; whatever it brings after that is not heard. */
  const within = <T>(milliseconds: number, work: Promise<T>, late: T): Promise<T> =>
    Promise.race([work, new Promise<T>((resolve) => wait(milliseconds, () => resolve(late)))])

  const listed = async () => (await windowOf(WINDOWS.first)?.webContents.getPrintersAsync()) ?? []
  const printers = async () =>
    (await within(LOOKING, listed(), [])).map(({ name, displayName }) => ({ name, title: displayName || name }))

  const send = (
    window: BrowserWindow,
    { printer, paper }: { printer: string; paper: { width: number; height: number } },
  ): Promise<boolean> =>
    new Promise((resolve) => {
      window.webContents.print(
        {
          silent: true,
          deviceName: printer,
          printBackground: true,
          color: true,
          landscape: false,
          margins: { marginType: 'none' },
          scaleFactor: 100,
          pagesPerSheet: 1,
          copies: 1,
          // A printer that is set to both sides would turn a sheet of labels over.
          duplexMode: 'simplex',
          pageSize: { width: Math.round(paper.width * MICRONS), height: Math.round(paper.height * MICRONS) },
        },
        resolve,
      )
    })

  const whyNot = async (printer: string): Promise<'no-printer' | 'refused'> =>
    (await printers().catch(() => [])).some(({ name }) => name === printer) ? 'refused' : 'no-printer'

  return {
    printers,
    async print(number, job): Promise<PrintOutcome> {
      const window = windowOf(number)
      const sent =
        window === null
          ? false
          : await within<boolean | null>(
              PRINTING,
              send(window, job).catch(() => false),
              null,
            )
      log('print', sent === true ? 'ok' : 'failed')
      if (sent === true) return { code: 'printed' }
      return { code: 'failed', why: sent === null ? 'too-slow' : await whyNot(job.printer) }
    },
  }
}
