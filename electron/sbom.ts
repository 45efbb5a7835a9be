/**
 * Tells what ships: `node electron/sbom.ts FOLDER` reads what was built, writes `sbom.cdx.json` (CycloneDX) and `packages.md` to
 * the folder, and says by name which package has no licence. `npm run build` ends with it, so such a build fails.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  CannotShip,
  type Inside,
  listShipped,
  type Lockfile,
  type Manifest,
  NOT_BROUGHT,
  type Sources,
} from './sbom/shipped.ts'
import { asCycloneDx, asTable } from './sbom/write.ts'

/** Packages that name no licence: which one theirs is, and how that is known. None does today. */
const LICENCES_BY_HAND: Sources['licencesByHand'] = []

/** Packages that name a licence and bring no text of it. */
const WITHOUT_TEXT: Sources['withoutText'] = [
  {
    name: 'SQLite3MultipleCiphers',
    reason: 'its sources say MIT, Ulrich Telle; what is compiled has no file with the text',
  },
  { name: 'wouter', reason: 'its package says Unlicense, which asks for no notice, and has no file with the text' },
]

/** The sources of the house in `house`, which has been built. Throws where a file is missing, or tells no version. */
function readSources(house: string): Sources {
  const read = (path: string) => readFileSync(join(house, path), 'utf8')
  const lists = ['dist/desktop/licences.md', 'dist/renderer/licences.md']
  return {
    manifest: JSON.parse(read('package.json')) as Manifest,
    lockfile: JSON.parse(read('package-lock.json')) as Lockfile,
    lists: Object.fromEntries(lists.map((path) => [path, read(path)])),
    inside: readInside(read),
    licencesByHand: LICENCES_BY_HAND,
    withoutText: WITHOUT_TEXT,
  }
}

/** What is compiled into a package, with the version that the package’s own sources tell. */
function readInside(read: (path: string) => string): Inside[] {
  const tell = (path: string, pattern: RegExp) => {
    const version = pattern.exec(read(path))?.[1]
    if (version === undefined) throw new CannotShip(`${path} does not tell which version it is.`)
    return version
  }
  const header = 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'
  const sqlite = tell(header, /^#define SQLITE_VERSION\s+"([\d.]+)"/m)
  const ciphers = tell(header, /^#define SQLITE3MC_VERSION_STRING\s+"SQLite3 Multiple Ciphers ([\d.]+)"/m)
  const reader = tell('node_modules/zxing-wasm/dist/es/share.js', /= "([0-9a-f]{40})"/)
  const database = 'better-sqlite3-multiple-ciphers'
  return [
    {
      name: 'sqlite',
      version: sqlite,
      licence: 'blessing',
      purl: `pkg:generic/sqlite@${sqlite}`,
      within: database,
      text: 'in the public domain',
    },
    {
      name: 'SQLite3MultipleCiphers',
      version: ciphers,
      licence: 'MIT',
      purl: `pkg:github/utelle/SQLite3MultipleCiphers@v${ciphers}`,
      within: database,
      text: NOT_BROUGHT,
    },
    {
      name: 'zxing-cpp',
      version: reader,
      licence: 'Apache-2.0',
      purl: `pkg:github/zxing-cpp/zxing-cpp@${reader}`,
      within: 'zxing-wasm',
      text: 'licences/zxing-cpp/LICENSE.txt',
    },
  ]
}

if (import.meta.main) {
  const into = resolve(process.argv[2] ?? 'dist')
  try {
    const sources = readSources(dirname(import.meta.dirname))
    const shipped = listShipped(sources)
    mkdirSync(into, { recursive: true })
    writeFileSync(join(into, 'sbom.cdx.json'), asCycloneDx(sources, shipped))
    writeFileSync(join(into, 'packages.md'), asTable(sources.manifest, shipped))
  } catch (error) {
    if (!(error instanceof CannotShip)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
