/** Tells whoever guards the presses that another page or a dialog is there, or that a dialog has gone. */

export const PAGE_SHOWN = 'page-shown'

/** Told with the page, not a moment after it. */
export const tellPageShown = (): void => void window.dispatchEvent(new Event(PAGE_SHOWN))
