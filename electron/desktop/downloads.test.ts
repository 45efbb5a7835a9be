import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Session } from 'electron'
import { describe, expect, test } from 'vitest'
import { freePath, guardDownloads } from './downloads.ts'

/** What becomes of a file that a page hands out: where it was put, `asked` where the system asks, or `refused`. */
function handedOut(url: string, folder: string | null): string {
  const session = new EventEmitter()
  let outcome = 'asked'
  guardDownloads({ session: session as unknown as Session, folder, refused: () => undefined })
  const item = {
    getURL: () => url,
    getFilename: () => 'NEC action plan.xlsx',
    setSavePath: (path: string) => void (outcome = path),
  }
  session.emit('will-download', { preventDefault: () => void (outcome = 'refused') }, item)
  return outcome
}

describe('a file to take away', () => {
  const own = 'blob:app://kiosk/3f2a'

  test('on a locked tablet it is in the downloads, and no dialog opens', () => {
    expect(handedOut(own, '/none/Downloads')).toBe(join('/none/Downloads', 'NEC action plan.xlsx'))
  })

  test('elsewhere the system asks where to put it', () => {
    expect(handedOut(own, null)).toBe('asked')
  })

  test('what is not the app’s own is refused', () => {
    for (const url of [
      'https://example.com/a.exe',
      'blob:https://example.com/1',
      'blob:app://kiosk.evil/1',
      'app://kiosk/',
    ])
      expect([url, handedOut(url, '/none')]).toEqual([url, 'refused'])
  })

  test('a second one of the same name stands beside the first, and no name leads out of the folder', () => {
    const there = new Set([join('/d', 'plan.xlsx'), join('/d', 'plan (1).xlsx')])
    expect(freePath('/d', 'plan.xlsx', (path) => there.has(path))).toBe(join('/d', 'plan (2).xlsx'))
    expect(freePath('/d', '../../etc/passwd', () => false)).toBe(join('/d', 'passwd'))
    expect(freePath('/d', '..', () => false)).toBe(join('/d', 'file'))
    expect(freePath('/d', '..\\..\\autorun.inf', () => false)).toBe(join('/d', 'autorun.inf'))
  })
})
