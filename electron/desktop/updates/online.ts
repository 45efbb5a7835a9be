/**
 * Newer versions over the network, where IT has set an address: electron-updater asks, downloads, and installs when the app
 * is closed. This file is loaded there alone, and with it all that knows how to ask a network for anything.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type AppUpdater, AppImageUpdater, DebUpdater, MacUpdater, NsisUpdater } from 'electron-updater'
import type { Installed } from './installation.ts'

/** Milliseconds between one look and the next. */
const EVERY = 6 * 60 * 60 * 1000

/** By how it was installed, and not by what electron-updater finds out itself: that needs files we do not package. */
const UPDATERS = { nsis: NsisUpdater, AppImage: AppImageUpdater, deb: DebUpdater, dmg: MacUpdater } as const

/** What is told of it: names alone, for what electron-updater says beside them holds addresses and paths. */
const TOLD = ['update-available', 'update-not-available', 'update-downloaded', 'error'] as const

type OnlineDeps = {
  /** Where `latest.yml` and the installers are. */
  address: string
  installation: Installed
  /** A file for what electron-updater wants to read; it is written here. */
  config: string
  log: (event: string, outcome?: string) => void
  make?: (kind: Installed['kind'], address: string) => AppUpdater
}

const makeUpdater = (kind: Installed['kind'], url: string): AppUpdater =>
  new UPDATERS[kind]({ provider: 'generic', url })

/** Looks now and every six hours. Never throws, and never rejects: a server that is not there is no fault of the tablet. */
export function updateOnline({ address, installation, config, log, make = makeUpdater }: OnlineDeps): void {
  const updater = make(installation.kind, address)
  mkdirSync(dirname(config), { recursive: true, mode: 0o700 })
  // JSON is YAML.
  writeFileSync(
    config,
    JSON.stringify({ provider: 'generic', url: address, updaterCacheDirName: 'pledge-kiosk-updater' }),
  )
  updater.updateConfigPath = config
  updater.logger = null
  updater.autoDownload = true
  updater.autoInstallOnAppQuit = true
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  updater.disableDifferentialDownload = true
  // Or each tablet would tell the server a number of its own.
  updater.requestHeaders = { 'x-user-staging-id': 'none' }
  for (const name of TOLD) updater.on(name, () => log('online update', name))

  const look = async (): Promise<void> => {
    try {
      const looked = await updater.checkForUpdates()
      await looked?.downloadPromise
    } catch {
      // Told as `error` already.
    }
  }
  void look()
  setInterval(() => void look(), EVERY).unref()
}
