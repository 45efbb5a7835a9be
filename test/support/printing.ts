/** What goes to the printer: every printing of a page is kept as it stood when the print dialog opened, to be taken as a PDF. */
import type { Page } from 'playwright-core'
import type { Area } from './paper.ts'

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

/** The paper of a printing (from 0), as the browser prints it: at the sizes that the page itself asks for, or on what is in the printer. */
export async function paperOfPrint(
  page: Page,
  printing: number,
  inPrinter: 'A4' | 'Letter' = 'A4',
): Promise<Uint8Array> {
  await page.evaluate((at) => {
    const sheet = window.printedSheets[at]
    if (sheet === undefined) throw new Error(`Nothing was printed a ${at + 1}. time`)
    document.body.append(sheet)
  }, printing)
  try {
    return await page.pdf({ preferCSSPageSize: true, format: inPrinter })
  } finally {
    await page.evaluate((at) => window.printedSheets[at]?.parentNode?.removeChild(window.printedSheets[at]), printing)
  }
}

const MM_PER_PIXEL = 25.4 / 96

/** Where the parts of a printing stand on their pages, in millimetres; `margin` is that of the paper, `sheet` what fills a page. */
export async function placesOn(
  page: Page,
  printing: number,
  { sheet, part, margin }: { sheet: string; part: string; margin: number },
): Promise<{ page: number; area: Area; data: Record<string, string> }[]> {
  await page.emulateMedia({ media: 'print' })
  try {
    const found = await page.evaluate(
      ([at, sheets, parts]) => {
        const printed = window.printedSheets[at]
        if (!(printed instanceof Element)) throw new Error(`Nothing was printed a ${at + 1}. time`)
        document.body.append(printed)
        const places = [...printed.querySelectorAll(sheets)].flatMap((one, index) => {
          const { left: x, top: y } = one.getBoundingClientRect()
          return [...one.querySelectorAll(parts)].map((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect()
            const data = [...element.attributes].flatMap(({ name, value }) =>
              name.startsWith('data-') ? [[name.slice('data-'.length), value] as const] : [],
            )
            return { page: index, box: [left - x, top - y, right - x, bottom - y], data }
          })
        })
        printed.remove()
        return places
      },
      [printing, sheet, part] as const,
    )
    return found.map(({ page: number, box, data }) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = box.map((pixels) => pixels * MM_PER_PIXEL + margin)
      return {
        page: number,
        area: { left, top, right, bottom },
        data: Object.fromEntries(data),
      }
    })
  } finally {
    await page.emulateMedia({ media: null })
  }
}
