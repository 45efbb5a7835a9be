/** What may be wrong with a package, each told in a line that names the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { extname, join } from 'node:path'
import { type AppPackage, TOLD } from './read-package.ts'

const MOST_BYTES = 25_000_000

/** In Electron's order (its build/fuses/fuses.json5), with what each must be. */
const FUSES = [
  ['runAsNode', '0'],
  ['cookieEncryption', '1'],
  ['nodeOptions', '0'],
  ['nodeCliInspect', '0'],
  ['embeddedAsarIntegrityValidation', '1'],
  ['onlyLoadAppFromAsar', '1'],
  ['loadBrowserProcessSpecificV8Snapshot', '0'],
  ['grantFileProtocolExtraPrivileges', '0'],
] as const

/** How a binary tells the processor it is for: the magic number, where the processor stands, and its number there. */
const PROCESSORS = {
  linux: { at: () => 18, x64: 62, arm64: 183 },
  win32: { at: (binary: Buffer) => binary.readUInt32LE(0x3c) + 4, x64: 0x8664, arm64: 0xaa64 },
  darwin: { at: () => 4, x64: 7, arm64: 12 },
} as const
const MAGIC = { linux: '7f454c46', win32: '4d5a', darwin: 'cffaedfe' } as const

/** `house` is the folder of this repository, which the package was made from; `listed` is what is to be in it. */
export function findPackageErrors(app: AppPackage, house: string, listed: readonly string[]): string[] {
  return [
    ...wrongFiles(app, listed),
    ...strayAssets(app),
    ...developmentFiles(app),
    ...loadedFromOutside(app),
    ...wrongDatabase(app),
    ...changedResources(app, house),
    ...missingLicences(app, house),
    ...wrongSbom(app, house),
    ...wrongFuses(app),
    ...(app.checksumHolder === null || holds(app.checksumHolder, app.checksum)
      ? []
      : ['Electron is not told the checksum of the archive']),
    ...(app.size > MOST_BYTES ? [`${(app.size / 1e6).toFixed(1)} MB is more than ${MOST_BYTES / 1e6} MB`] : []),
  ]
}

/** The scripts and style sheets of the screens: the bundler parts and names them as it likes. */
const isPart = (path: string) => /^dist\/renderer\/assets\/[^/]+\.(js|css)$/.test(path)

/** The files of the package as they are listed: without what differs from build to build and from platform to platform. */
export function filesToList({ files, platform, arch }: AppPackage): string[] {
  return [...files.keys()]
    .filter((path) => !isPart(path))
    .map((path) =>
      path
        .replace(/^(dist\/renderer\/assets\/.+)-[\w-]{8}(\.\w+)$/, '$1-HASH$2')
        .replace(`/${platform}-${arch}.node`, '/PLATFORM-ARCH.node'),
    )
    .toSorted()
}

function wrongFiles(app: AppPackage, listed: readonly string[]): string[] {
  const found = filesToList(app)
  return [
    ...found.filter((path) => !listed.includes(path)).map((path) => `${path} is not on the list`),
    ...listed.filter((path) => !found.includes(path)).map((path) => `${path} is missing`),
  ]
}

/** Of the parts of the screens, exactly those that the first page leads to, by whatever way. */
function strayAssets({ files }: AppPackage): string[] {
  const folder = 'dist/renderer/assets/'
  const assets = [...files.keys()].filter((path) => path.startsWith(folder))
  const reached = new Set(['dist/renderer/index.html'])
  const missing: string[] = []
  for (const path of reached) {
    const text = files.get(path)?.toString('utf8') ?? ''
    if (!['.html', '.js', '.css'].includes(extname(path))) continue
    for (const asset of assets) if (text.includes(asset.slice(folder.length))) reached.add(asset)
    for (const [, name] of text.matchAll(/["'`(/](?:assets|\.)\/([\w.-]+-[\w-]{8}\.(?:js|css|woff2|wasm))/g))
      if (name !== undefined && !files.has(`${folder}${name}`)) missing.push(`${folder}${name} is missing`)
  }
  return [
    ...assets.filter((asset) => !reached.has(asset)).map((asset) => `${asset} is led to by no page`),
    ...new Set(missing),
  ]
}

function developmentFiles({ files }: AppPackage): string[] {
  return [...files].flatMap(([path, contents]) => {
    const text = /\.(m?js|cjs|css|map)$/.test(path) ? contents.toString('utf8') : ''
    return [
      ...(/\.[mc]?tsx?$/.test(path) ? [`${path} is TypeScript`] : []),
      ...(/\.(test|spec)\.|(^|\/)(tests?|__tests__)\//.test(path) ? [`${path} is a test`] : []),
      ...(/"sourcesContent"|sourceMappingURL=data:/.test(text) ? [`${path} holds sources`] : []),
      ...(path.startsWith('node_modules/') && !path.startsWith('node_modules/better-sqlite3/')
        ? [`${path} is of a package that is not packaged`]
        : []),
    ]
  })
}

/** Everything that runs in Node is bundled: it loads the database, Electron, Node's own modules and its neighbours. */
function loadedFromOutside({ files }: AppPackage): string[] {
  return [...files].flatMap(([path, contents]) => {
    if (!/^dist\/desktop\/.+\.c?js$/.test(path)) return []
    const named = contents
      .toString('utf8')
      .matchAll(/^(?:import|export)\b[^'"\n]*["']([^"'\n]+)["'];?$|(?:\b|__)require\("([^"]+)"\)/gm)
    return [...named].flatMap(([, imported, required]) => {
      const name = imported ?? required ?? ''
      if (name.startsWith('./'))
        return files.has(`dist/desktop/${name.slice(2)}`) ? [] : [`${path} loads ${name}, which is missing`]
      return isBuiltin(name) || ['electron', 'better-sqlite3'].includes(name)
        ? []
        : [`${path} loads ${name} from outside`]
    })
  })
}

function wrongDatabase({ files, unpacked, platform, arch }: AppPackage): string[] {
  const right = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`
  const binary = files.get(right)
  const processor = PROCESSORS[platform]
  return [
    ...[...files.keys()]
      .filter((path) => path.endsWith('.node') && path !== right)
      .map((path) => `${path} is for another machine`),
    ...(binary === undefined ||
    (binary.toString('hex', 0, MAGIC[platform].length / 2) === MAGIC[platform] &&
      binary.readUInt16LE(processor.at(binary)) === processor[arch])
      ? []
      : [`${right} is not for ${platform} on ${arch}`]),
    // What lies beside the archive is not covered by its checksum; only what the system itself loads may.
    ...(unpacked.join() === right ? [] : [`beside the archive lies ${unpacked.join(', ') || 'nothing'}`]),
  ]
}

/** Migrations, event packs, schemas and what a rehearsal says are in the package, byte for byte. */
function changedResources({ files }: AppPackage, house: string): string[] {
  const folders = [
    ['electron/station/kernel/database/migrations', 'dist/desktop/migrations'],
    ['resources/event-packs', 'resources/event-packs'],
    ['resources/schemas', 'resources/schemas'],
    ['resources/rehearsal', 'resources/rehearsal'],
  ] as const
  return folders.flatMap(([from, to]) =>
    readdirSync(join(house, from)).flatMap((name) =>
      files.get(`${to}/${name}`)?.equals(readFileSync(join(house, from, name))) === true
        ? []
        : [`${to}/${name} is not what it is in ${from}`],
    ),
  )
}

/** Every package that a file of the product names, by import or in a style sheet, has its licence in the package. */
function missingLicences({ files }: AppPackage, house: string): string[] {
  const lists = ['dist/desktop/licences.md', 'dist/renderer/licences.md']
  const told = new Set(
    lists.flatMap((path) =>
      [...(files.get(path)?.toString('utf8') ?? '').matchAll(/^## (\S+) - /gm)].map(([, name]) => name),
    ),
  )
  const named = new Set(
    ['shared', 'electron', 'renderer'].flatMap((folder) =>
      readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /(?<!\.test)\.(tsx?|css)$/.test(path))
        .flatMap((path) => [
          ...readFileSync(join(house, folder, path), 'utf8').matchAll(
            /^(?:import (?!type )[^'"]*?|\} from |@import )['"]((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^'"]*)?['"]/gm,
          ),
        ])
        .map(([, name]) => name ?? ''),
    ),
  )
  // These are there with files of their own, or are not part of the app (the host for browsers is not in the desktop app).
  for (const name of ['electron', 'better-sqlite3', 'hono', '@hono/node-server']) named.delete(name)
  return [...named]
    .filter((name) => !told.has(name) && !files.has(`licences/${name}/LICENSE`))
    .map((name) => `the licence of ${name} is missing`)
}

/** What tells what ships is what was built, and names each package that the bundler put in. */
function wrongSbom({ files, told }: AppPackage, house: string): string[] {
  const sbom = told.get('sbom.cdx.json')?.toString('utf8') ?? '{"components":[]}'
  const { components } = JSON.parse(sbom) as { components: { name: string; version: string }[] }
  const listed = new Set(components.map(({ name, version }) => `${name} ${version}`))
  const bundled = ['dist/desktop/licences.md', 'dist/renderer/licences.md'].flatMap((path) =>
    [...(files.get(path)?.toString('utf8') ?? '').matchAll(/^## (\S+) - (\d\S*)/gm)].map(
      ([, name, version]) => `${name} ${version}`,
    ),
  )
  return [
    ...TOLD.filter((name) => told.get(name)?.equals(readFileSync(join(house, 'dist', name))) !== true).map(
      (name) => `${name} is not what was built`,
    ),
    ...[...new Set(bundled)].filter((one) => !listed.has(one)).map((one) => `${one} is not in sbom.cdx.json`),
  ]
}

function wrongFuses({ fuses }: AppPackage): string[] {
  return FUSES.flatMap(([name, wanted], index) =>
    fuses[index] === wanted ? [] : [`the fuse ${name} is ${fuses[index]}`],
  )
}

const holds = (holder: Buffer, words: string) =>
  holder.includes(words) || holder.includes(Buffer.from(words, 'utf16le'))
