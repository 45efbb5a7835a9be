/** Files that the page hands out: only its own. On a locked tablet they go where downloads go, and no dialog shows the tablet’s folders. */
import { extname, join } from 'node:path'
import type { SaveDialogOptions, Session } from 'electron'
import { freePath, safeName } from '../files/file-names.ts'
import { APP_ORIGIN } from './rules.ts'

type DownloadDeps = {
  session: Pick<Session, 'on'>
  /** This user’s downloads: where a locked tablet keeps them, and where the system’s question begins. */
  folder: string
  /** True where the system asks. */
  asks: boolean
  refused: (what: string) => void
}

export function guardDownloads({ session, folder, asks, refused }: DownloadDeps): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) {
      event.preventDefault()
      refused('download')
      return
    }
    if (asks) item.setSaveDialogOptions(askWhere(folder, item.getFilename()))
    else item.setSavePath(freePath(folder, item.getFilename()))
  })
}

/** What the app hands out, as people call it. */
const KINDS: Readonly<Record<string, string>> = {
  xlsx: 'Excel workbook',
  csv: 'CSV for spreadsheets',
  json: 'JSON for other programs',
  zip: 'Support file',
}

/** The system’s own question: with the file’s name filled in, and its kind chosen. */
function askWhere(folder: string, asked: string): SaveDialogOptions {
  const name = safeName(asked)
  const ending = extname(name).slice(1).toLowerCase()
  const kind = KINDS[ending]
  const all = { name: 'All files', extensions: ['*'] }
  return {
    title: `Where should “${name}” go?`,
    defaultPath: join(folder, name),
    filters: kind === undefined ? [all] : [{ name: kind, extensions: [ending] }, all],
    // Linux would replace a file without a word.
    properties: ['showOverwriteConfirmation'],
  }
}
