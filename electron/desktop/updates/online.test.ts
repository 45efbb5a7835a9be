import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppUpdater } from 'electron-updater'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { tempFolder } from '../../../test/support/temp-folder.ts'
import { updateOnline } from './online.ts'
import { settled } from '../../../test/support/settled.ts'

/** An updater that only counts how often it is asked, and answers as a test says. */
function open(answer: () => Promise<unknown>) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const log: string[] = []
  const made: unknown[] = []
  let looks = 0
  const updater = Object.assign(new EventEmitter(), {
    checkForUpdates: () => {
      looks += 1
      return answer()
    },
  }) as unknown as AppUpdater
  const config = join(tempFolder(), 'updates', 'online.yml')
  updateOnline({
    address: 'https://updates.solihull.example/kiosk',
    installation: { kind: 'deb' },
    config,
    log: (event, outcome = 'ok') => void log.push(`${event}: ${outcome}`),
    make: (...given) => {
      made.push(given)
      return updater
    },
  })
  return { updater, log, made, config, looks: () => looks }
}

describe('looking for newer versions over the network', () => {
  test('at the start and every six hours, for the kind that is installed, and for nothing but a newer release', async () => {
    const { updater, made, config, looks } = open(async () => null)
    expect(made).toEqual([['deb', 'https://updates.solihull.example/kiosk']])
    expect(looks()).toBe(1)
    await vi.advanceTimersByTimeAsync(5 * 60 * 60 * 1000)
    expect(looks()).toBe(1)
    await vi.advanceTimersByTimeAsync(13 * 60 * 60 * 1000)
    expect(looks()).toBe(4)
    expect(updater).toMatchObject({
      autoDownload: true,
      autoInstallOnAppQuit: true,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
    })
    expect(JSON.parse(readFileSync(config, 'utf8'))).toMatchObject({ provider: 'generic' })
  })

  test('what goes wrong is told by its name alone, and never as a fault of the app', async () => {
    const unheard = vi.fn<() => void>()
    process.on('unhandledRejection', unheard)
    onTestFinished(() => void process.off('unhandledRejection', unheard))
    for (const answer of [
      () => Promise.reject(new Error('https://user:secret@updates.solihull.example')),
      async () => ({ downloadPromise: Promise.reject(new Error('no room')) }),
    ]) {
      const { updater, log } = open(answer)
      await vi.advanceTimersByTimeAsync(10)
      updater.emit('error', new Error('https://user:secret@updates.solihull.example'))
      expect(log).toEqual(['online update: error'])
      vi.useRealTimers()
      // Whoever left a rejection alone is told of it before this.
      await settled()
    }
    expect(unheard).not.toHaveBeenCalled()
  })
})
