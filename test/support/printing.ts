/** What goes to the printer: every printing of a page is kept as it stood when the print dialog opened, to be taken as a PDF. */
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** What was printed so far, oldest first. */
    printedSheets: Node[]
    /** As long as it is true, the browser refuses to print. */
    printerIsGone: boolean
  }
}

/** Takes the place of the print dialog, which no test can press; call it before the page is opened, or reload. */
export async function keepPrints(page: Page): Promise<void> {
  await page.addInitScript(keepHere)
  await page.reload()
}

/** As `keepPrints`, for as long as the page is not loaded again. */
export const keepPrintsHere = (page: Page): Promise<void> => page.evaluate(keepHere)

/** In the page. */
function keepHere(): void {
  window.printedSheets = []
  window.printerIsGone = false
  window.print = () => {
    if (window.printerIsGone) throw new Error('There is no printer')
    const sheets = document.querySelectorAll('.print-sheet.printing')
    if (sheets.length !== 1) throw new Error(`${sheets.length} sheets are printed at once`)
    const [sheet] = sheets
    if (sheet !== undefined) window.printedSheets.push(sheet.cloneNode(true))
  }
}

export const printsOf = (page: Page): Promise<number> => page.evaluate(() => window.printedSheets.length)

/** The words on a printing, one line a text. */
export const printedWords = (page: Page, printing: number): Promise<string[]> =>
  page.evaluate((at) => {
    const sheet = window.printedSheets[at]
    return sheet instanceof Element ? [...sheet.querySelectorAll('text')].map((text) => text.textContent) : []
  }, printing)

export const breakPrinter = (page: Page, isGone: boolean): Promise<void> =>
  page.evaluate((gone) => {
    window.printerIsGone = gone
  }, isGone)

/** The paper of a printing (from 0), as the browser prints it: at the sizes that the page itself asks for. */
export async function paperOfPrint(page: Page, printing: number): Promise<Uint8Array> {
  await page.evaluate((at) => {
    const sheet = window.printedSheets[at]
    if (sheet === undefined) throw new Error(`Nothing was printed a ${at + 1}. time`)
    document.body.append(sheet)
  }, printing)
  try {
    return await page.pdf({ preferCSSPageSize: true })
  } finally {
    await page.evaluate((at) => window.printedSheets[at]?.parentNode?.removeChild(window.printedSheets[at]), printing)
  }
}
