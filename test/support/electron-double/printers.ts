/** The printers of the double: what a page is asked to print waits until a test says what came of it. */
import type { PrinterInfo, WebContents } from 'electron'
import type { News } from './talk.ts'

export function createPrinters(first: PrinterInfo[], tell: (news: News) => void) {
  let connected = first
  const waiting: (((success: boolean, failureReason: string) => void) | undefined)[] = []
  return {
    connect: (printers: PrinterInfo[]) => void (connected = printers),
    printed(print: number, success: boolean, failureReason = ''): void {
      waiting[print]?.(success, failureReason)
      waiting[print] = undefined
    },
    /** What the contents of `window` can do with them. */
    contentsOf: (window: number) =>
      ({
        getPrintersAsync: async () => structuredClone(connected),
        print(options = {}, answer = () => undefined) {
          // As Electron: a name that the system does not know is told to whoever asked, and nothing is printed.
          if (!connected.some(({ name }) => name === options.deviceName))
            return void setTimeout(answer, 0, false, 'Invalid deviceName provided')
          const print = waiting.push(answer) - 1
          tell({ kind: 'print', window, print, options: structuredClone(options) })
        },
      }) satisfies Pick<WebContents, 'getPrintersAsync' | 'print'>,
  }
}
