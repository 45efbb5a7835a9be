/** What has the focus when a dialog opens: noted in the page, and held to what changes nothing at each look at a dialog. */
import type { BrowserContext, Page } from 'playwright-core'

type Noting = Window & { dialogStarts: WeakMap<Element, string> }

/** Space and Enter on these change nothing: they lead back. A new word is thought about before it stands here. */
const LEADS_BACK = new Set([
  'Close',
  'Done',
  'Cancel',
  'Back',
  'Back to the table',
  'Back to the line',
  'Back without saving',
  'No, keep going',
  'No, keep it',
  'Not now',
  'Not yet',
  'I need more time',
  'Stay here',
  'Go on with it',
  'Leave it as it is',
  'Leave it as it was',
  'Leave it open',
  'Keep what is here',
])

export const noteDialogStarts = (context: BrowserContext): Promise<unknown> => context.addInitScript(note)

/** What is wrong with how the dialog on top began; empty where nothing is, or where there is none. */
export async function dialogStart(page: Page): Promise<string> {
  const start = await page.evaluate(() => {
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1)
    return dialog === undefined ? null : ((window as unknown as Noting).dialogStarts.get(dialog) ?? 'not noted')
  })
  if (start === null || ['field', 'text to read', 'heading'].includes(start)) return ''
  return start.startsWith('button ') && LEADS_BACK.has(start.slice(7)) ? '' : `the dialog begins at: ${start}`
}

/** In the page, before all else in it. */
function note(): void {
  const starts = new WeakMap<Element, string>()
  Object.assign(window, { dialogStarts: starts })
  const said = (first: Element | null): string => {
    if (first?.matches('button') === true) return `button ${(first.textContent ?? '').trim()}`
    if (first?.matches('h2') === true) return 'heading'
    if (first?.matches('[role=region]') === true) return 'text to read'
    // Space writes a space there, and Enter hands over a form that is not filled in.
    if (first?.matches('form :is(input, select, textarea):not([type=radio], [type=checkbox])') === true) return 'field'
    return first === null ? 'nothing' : first.outerHTML.slice(0, 80)
  }
  const open = HTMLDialogElement.prototype.showModal
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    open.call(this)
    // Once whoever opened it has said what is to have the focus.
    queueMicrotask(() => starts.set(this, said(document.activeElement)))
  }
}
