/** Files that the page hands out: only its own. On a locked tablet they go where downloads go, and no dialog shows the tablet’s folders. */
import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { Session } from 'electron'
import { APP_ORIGIN } from './rules.ts'

type DownloadDeps = {
  session: Pick<Session, 'on'>
  /** Where a locked tablet keeps them; null where the system asks. */
  folder: string | null
  refused: (what: string) => void
}

export function guardDownloads({ session, folder, refused }: DownloadDeps): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) {
      event.preventDefault()
      refused('download')
      return
    }
    if (folder !== null) item.setSavePath(freePath(folder, item.getFilename()))
  })
}

/** A path in `folder` at which there is nothing yet, numbered where it must be, like a browser’s. */
export function freePath(folder: string, name: string, taken: (path: string) => boolean = existsSync): string {
  const { name: asked, ext } = parse(name.replaceAll('\\', '/'))
  const stem = /^\.*$/.test(asked) ? 'file' : asked
  for (let count = 0; ; count += 1) {
    const path = join(folder, `${stem}${count === 0 ? '' : ` (${count})`}${ext}`)
    if (!taken(path)) return path
  }
}
