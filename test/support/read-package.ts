/** Reads what the packager made: the archive of the app, what lies beside it, and the fuses in Electron's program. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FUSE_SENTINEL, type PackagedPlatform } from './stub-electron.ts'

export type PackagedArch = 'x64' | 'arm64'

/** What lies beside the archive and says what ships. */
export const TOLD = ['sbom.cdx.json', 'packages.md']

export type AppPackage = {
  platform: PackagedPlatform
  arch: PackagedArch
  /** Every file of the app by its path in the archive, with `/`. */
  files: Map<string, Buffer>
  /** Those that lie beside the archive and not in it. */
  unpacked: string[]
  /** What tells what ships, by its name: it lies beside the archive, for IT to read. */
  told: Map<string, Buffer>
  /** Bytes of the archive and of what lies beside it, without Electron. */
  size: number
  /** The fuses, `0` or `1` each, in Electron's order. */
  fuses: string
  /** SHA-256 of the archive's list of files, which holds their checksums: Electron compares it before it runs anything. */
  checksum: string
  /** Where Electron looks for that checksum: in its program on Windows, in its property list on macOS, nowhere on Linux. */
  checksumHolder: Buffer | null
}

/** The archive's list of files: https://github.com/electron/asar#format */
type Folder = { files: Record<string, Folder | Entry> }
type Entry = { size: number; offset?: string; unpacked?: boolean; link?: string }

/** The package in `release`, where the packager put it for this platform and processor. */
export function readPackage(release: string, platform: PackagedPlatform, arch: PackagedArch): AppPackage {
  const short = { linux: 'linux', win32: 'win', darwin: 'mac' }[platform]
  const folder = join(release, `${short}${arch === 'arm64' ? '-arm64' : ''}${platform === 'darwin' ? '' : '-unpacked'}`)
  const inside = platform === 'darwin' ? join(folder, 'Pledge Kiosk.app/Contents') : folder
  const program = {
    linux: 'pledge-kiosk',
    win32: 'Pledge Kiosk.exe',
    darwin: 'Frameworks/Electron Framework.framework/Electron Framework',
  }[platform]
  const holder = { linux: null, win32: program, darwin: 'Info.plist' }[platform]
  const archive = join(inside, platform === 'darwin' ? 'Resources' : 'resources', 'app.asar')
  return {
    platform,
    arch,
    ...readArchive(archive),
    told: new Map(
      readdirSync(dirname(archive))
        .filter((name) => TOLD.includes(name))
        .map((name) => [name, readFileSync(join(dirname(archive), name))]),
    ),
    fuses: readFuses(readFileSync(join(inside, program))),
    checksumHolder: holder === null ? null : readFileSync(join(inside, holder)),
  }
}

function readArchive(path: string) {
  const bytes = readFileSync(path)
  const start = 8 + bytes.readUInt32LE(4)
  const list = bytes.subarray(16, 16 + bytes.readUInt32LE(12))
  const files = new Map<string, Buffer>()
  const unpacked: string[] = []
  let size = bytes.length
  const visit = (folder: Folder, above: string) => {
    for (const [name, entry] of Object.entries(folder.files)) {
      const place = `${above}${name}`
      if ('files' in entry) visit(entry, `${place}/`)
      else if (entry.unpacked === true) {
        const contents = readFileSync(join(`${path}.unpacked`, place))
        files.set(place, contents)
        unpacked.push(place)
        size += contents.length
      } else {
        const at = start + Number(entry.offset)
        files.set(place, bytes.subarray(at, at + entry.size))
      }
    }
  }
  visit(JSON.parse(list.toString('utf8')) as Folder, '')
  return { files, unpacked, size, checksum: createHash('sha256').update(list).digest('hex') }
}

function readFuses(program: Buffer): string {
  const at = program.indexOf(FUSE_SENTINEL)
  if (at < 0) throw new Error('There are no fuses in this program.')
  const wire = at + FUSE_SENTINEL.length
  return program.toString('latin1', wire + 2, wire + 2 + program.readUInt8(wire + 1))
}

/** Writes the app's files to `folder`, as they would lie there without an archive. */
export function extractPackage({ files }: AppPackage, folder: string): string {
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  return folder
}
