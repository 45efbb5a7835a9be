/**
 * A folder with the outside of Electron's program and none of its inside, so that the app can be packaged where no Electron
 * can be had. By hand: `node test/support/stub-electron.ts FOLDER linux|win32|darwin`.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PACKAGED_PLATFORMS = ['linux', 'win32', 'darwin'] as const
export type PackagedPlatform = (typeof PACKAGED_PLATFORMS)[number]

/** What stands in every Electron program before its fuses: see `FUSE_SENTINEL` in Electron's build/fuses/build.py. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Electron's own fuses as they come, in the order of its build/fuses/fuses.json5: version 1, nine of them. */
const WIRE = Buffer.from([FUSE_SENTINEL, '\u0001', '\u0009', '101100011'].join(''), 'latin1')

/** What Electron's folder looks like on each platform, as far as the packager looks. Every file is a few bytes. */
export function createStubElectron(folder: string, platform: PackagedPlatform): string {
  const write = (path: string, contents: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  write('version', '45.4.1')
  write('LICENSE', 'Electron’s licence.')
  write('LICENSES.chromium.html', '<p>Chromium’s licences.</p>')
  if (platform === 'darwin') {
    writeMacApp(write)
    return folder
  }
  for (const language of ['de', 'en-GB', 'en-US']) write(`locales/${language}.pak`, language)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  if (platform === 'win32') write('electron.exe', windowsProgram())
  else {
    write('electron', Buffer.concat([Buffer.from('#!/bin/sh\necho a stub of Electron >&2\nexit 1\n# '), WIRE]))
    write('chrome-sandbox', 'sandbox')
    chmodSync(join(folder, 'electron'), 0o755)
  }
  return folder
}

function writeMacApp(write: (path: string, contents: string | Uint8Array) => void): void {
  const plist = (name: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleName</key><string>${name}</string></dict></plist>`
  const frameworks = 'Electron.app/Contents/Frameworks'
  write('Electron.app/Contents/Info.plist', plist('Electron'))
  write('Electron.app/Contents/MacOS/Electron', 'a stub')
  write('Electron.app/Contents/Resources/en.lproj/locale.pak', 'en')
  write(`${frameworks}/Electron Framework.framework/Electron Framework`, WIRE)
  write(`${frameworks}/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak`, 'en')
  for (const helper of [
    'Electron Helper',
    'Electron Helper (Renderer)',
    'Electron Helper (GPU)',
    'Electron Helper (Plugin)',
  ]) {
    write(`${frameworks}/${helper}.app/Contents/Info.plist`, plist(helper))
    write(`${frameworks}/${helper}.app/Contents/MacOS/${helper}`, 'a stub')
  }
}

/** A package that electron-builder brings for itself, in the version that it uses. */
export function loadFromPackager(name: string): unknown {
  const ofPackager = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
  return createRequire(ofPackager.resolve('app-builder-lib'))(name)
}

/** What is used here of resedit, the packager's own tool for the resources of Windows programs. */
type Resource = { type: string | number; id: string | number; bin: ArrayBuffer; lang: number; codepage: number }
type ResourceEditor = {
  NtExecutable: { createEmpty(is32Bit: boolean, isLibrary: boolean): { generate(): ArrayBuffer } }
  NtExecutableResource: { from(program: object): { entries: Resource[]; outputResource(program: object): void } }
  Resource: {
    VersionInfo: {
      createEmpty(): {
        setStringValues(language: { lang: number; codepage: number }, values: Record<string, string>): void
        outputToResourceEntries(entries: Resource[]): void
      }
    }
  }
}

/** A Windows program that does nothing: the packager writes its icon, its version and the archive's checksum into it. */
function windowsProgram(): Uint8Array {
  const editor = loadFromPackager('resedit') as ResourceEditor
  const program = editor.NtExecutable.createEmpty(false, false)
  const resources = editor.NtExecutableResource.from(program)
  const version = editor.Resource.VersionInfo.createEmpty()
  const english = { lang: 1033, codepage: 1200 }
  version.setStringValues(english, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.entries.push({ type: 'STUB', id: 'FUSES', bin: Uint8Array.from(WIRE).buffer, ...english })
  resources.outputResource(program)
  return new Uint8Array(program.generate())
}

if (import.meta.main) {
  const [folder, named] = process.argv.slice(2)
  const platform = PACKAGED_PLATFORMS.find((one) => one === named)
  if (folder === undefined || platform === undefined) throw new Error('Name a folder, and linux, win32 or darwin.')
  createStubElectron(folder, platform)
}
