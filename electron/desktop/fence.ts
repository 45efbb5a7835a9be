/** The fence round everything that shows a page: it stays on the app’s own pages, opens nothing, embeds nothing, zooms nothing. */
import type { App, WebContents } from 'electron'
import { isOwnPage } from './rules.ts'

type Stay = { url: string; preventDefault(): void }

/** For whatever is created, also what nobody meant to create. `refused` hears what was tried, never where to. */
export function fenceAll(app: Pick<App, 'on'>, refused: (what: string) => void): void {
  app.on('web-contents-created', (_event, contents) => fence(contents, refused))
}

function fence(contents: WebContents, refused: (what: string) => void): void {
  const stay = (what: string) => (event: Stay) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    refused(what)
  }
  contents.setWindowOpenHandler(() => {
    refused('window')
    return { action: 'deny' }
  })
  contents.on('will-navigate', stay('navigation'))
  // Also frames inside the page; there are none of ours.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return
    event.preventDefault()
    refused('frame')
  })
  contents.on('will-redirect', stay('redirect'))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    refused('webview')
  })
  // The page has text sizes of its own. A tablet that was pinched would stay so for the next person.
  contents.on('did-finish-load', () => void contents.setVisualZoomLevelLimits(1, 1))
}
