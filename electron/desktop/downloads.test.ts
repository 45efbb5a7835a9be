import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { SaveDialogOptions, Session } from 'electron'
import { describe, expect, test } from 'vitest'
import { guardDownloads } from './downloads.ts'

const DOWNLOADS = '/none/Downloads'

/** What becomes of a file that a page hands out: where it was put, what the system asks, or `refused`. */
function handedOut(url: string, { asks = false, name = 'NEC action plan.xlsx' } = {}): string | SaveDialogOptions {
  const session = new EventEmitter()
  let outcome: string | SaveDialogOptions = 'nothing'
  guardDownloads({ session: session as unknown as Session, folder: DOWNLOADS, asks, refused: () => undefined })
  const item = {
    getURL: () => url,
    getFilename: () => name,
    setSavePath: (path: string) => void (outcome = path),
    setSaveDialogOptions: (options: SaveDialogOptions) => void (outcome = options),
  }
  session.emit('will-download', { preventDefault: () => void (outcome = 'refused') }, item)
  return outcome
}

describe('a file to take away', () => {
  const own = 'blob:app://kiosk/3f2a'

  test('on a locked tablet it is in the downloads, and no dialog opens', () => {
    expect(handedOut(own)).toBe(join(DOWNLOADS, 'NEC action plan.xlsx'))
  })

  test('elsewhere the system asks where to put it, with its name and its kind filled in', () => {
    expect(handedOut(own, { asks: true })).toEqual({
      title: 'Where should “NEC action plan.xlsx” go?',
      defaultPath: join(DOWNLOADS, 'NEC action plan.xlsx'),
      filters: [
        { name: 'Excel workbook', extensions: ['xlsx'] },
        { name: 'All files', extensions: ['*'] },
      ],
      properties: ['showOverwriteConfirmation'],
    })
    expect(handedOut(own, { asks: true, name: 'plan.weird' })).toMatchObject({ filters: [{ extensions: ['*'] }] })
  })

  test('a name that leads elsewhere does not, whoever is asked', () => {
    expect(handedOut(own, { asks: true, name: '../../.bashrc' })).toMatchObject({
      defaultPath: join(DOWNLOADS, 'bashrc'),
    })
    expect(handedOut(own, { name: '..\\..\\con.csv' })).toBe(join(DOWNLOADS, '_con.csv'))
  })

  test('what is not the app’s own is refused', () => {
    for (const url of [
      'https://example.com/a.exe',
      'blob:https://example.com/1',
      'blob:app://kiosk.evil/1',
      'app://kiosk/',
    ])
      expect([url, handedOut(url)]).toEqual([url, 'refused'])
  })
})
