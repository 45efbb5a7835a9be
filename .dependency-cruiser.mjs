/** Who may import whom in this house (docs/architecture.md has the drawing); test/house/layers.test.ts runs it. */

/** The packages that a screen may use: each is bytes on a tablet, so each is named here on purpose. */
const browserPackages = [
  'react',
  'react-dom',
  'wouter',
  'zod',
  'qrcode',
  'lucide-react',
  'fractional-indexing',
  '@orpc/client',
  '@orpc/contract',
  '@orpc/tanstack-query',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'zxing-wasm',
  '@types/(react|react-dom|qrcode)',
  '@fontsource-variable/atkinson-hyperlegible-next',
]

/** How vite is asked for the address of a file in a package; vite finds it, this tool does not. */
const viteAddress = '^zxing-wasm/reader/zxing_reader\\.wasm\\?url$'

/** Each folder of these shelves is entered through its index.ts and nowhere else. */
const station = '^electron/station'
/** A capability: a folder of the station that is neither the kernel nor what puts all together. */
const capability = `${station}/(?!kernel/|app/)([^/]+)/`
const tests = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular-imports',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved-imports',
      comment: 'An import that leads nowhere could be anything: the other rules cannot judge it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: viteAddress },
    },
    {
      name: 'shared-imports-itself-zod-and-the-contract-builder',
      comment: 'Both sides of the glass run shared/: no Node, no DOM, no React, no other package.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/', 'node_modules/zod/', 'node_modules/@orpc/contract/'] },
    },
    {
      name: 'renderer-imports-shared-and-browser-packages',
      comment: 'Screens reach the station through the contract in shared/, and know neither Node nor the shell.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { pathNot: ['^renderer/', '^shared/', `node_modules/(${browserPackages.join('|')})/`, viteAddress] },
    },
    {
      name: 'electron-imports-no-screens',
      comment: 'Node runs the station without a screen; the shells load the built one as files.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^renderer/', 'node_modules/(react|react-dom)/'] },
    },
    {
      name: 'station-knows-no-host',
      comment: 'The station is plain Node: the desktop shell and the HTTP host use it, never the other way round.',
      severity: 'error',
      from: { path: `${station}/` },
      to: { path: ['^electron/(?!station/|files/|transfer/|slices\\.ts$)', 'node_modules/electron/', '^electron$'] },
    },
    {
      name: 'files-know-no-station',
      comment: 'Tables, workbooks and drives are read and written the same wherever they come from.',
      severity: 'error',
      from: { path: '^electron/(files/|slices\\.ts$)', pathNot: tests },
      to: { path: ['^electron/(?!files/|slices\\.ts$)', 'node_modules/electron/', '^electron$'] },
    },
    {
      name: 'transfer-knows-no-station',
      comment: 'Keys, certificates and bundles are the same for whoever carries facts.',
      severity: 'error',
      from: { path: '^electron/transfer/', pathNot: tests },
      to: { path: ['^electron/(?!transfer/)', 'node_modules/electron/', '^electron$'] },
    },
    {
      name: 'kernel-knows-no-capability',
      comment: 'Journal, database and guard carry whatever the capabilities are.',
      severity: 'error',
      from: { path: `${station}/kernel/`, pathNot: tests },
      to: { path: `${station}/(?!kernel/)` },
    },
    {
      name: 'capabilities-know-no-app',
      comment:
        'What puts the capabilities together knows them; a call says what it needs (kernel/guard.ts) and is given it.',
      severity: 'error',
      from: { path: capability, pathNot: tests },
      to: { path: `${station}/app/` },
    },
    {
      name: 'folders-are-entered-through-their-index',
      comment: 'What a capability does not export from its index.ts is its own business.',
      severity: 'error',
      from: { path: capability },
      to: { path: capability, pathNot: [`${station}/$1/`, `${station}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'folders-are-entered-through-their-index',
      comment: 'The kernel’s journal and database, and the shelves of files.',
      severity: 'error',
      from: { path: '^electron/((?:station/kernel|files)/[^/]+)/' },
      to: {
        path: '^electron/(station/kernel|files)/[^/]+/',
        pathNot: ['^electron/$1/', '^electron/(station/kernel|files)/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'folders-are-entered-through-their-index',
      comment: 'Whoever is in none of them too.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(station/kernel|files)/[^/]+/' },
      to: {
        path: '^electron/(station/kernel|files)/[^/]+/',
        pathNot: '^electron/(station/kernel|files)/[^/]+/index\\.ts$',
      },
    },
    {
      name: 'folders-are-entered-through-their-index',
      comment: 'What puts the station together, and the hosts.',
      severity: 'error',
      from: { path: '^electron/', pathNot: [capability, `${station}/app/router\\.ts$`] },
      to: { path: capability, pathNot: `${station}/[^/]+/index\\.ts$` },
    },
    {
      name: 'folders-are-entered-through-their-index',
      comment:
        'The router puts the calls together. They stand apart from index.ts: what a capability can do needs no guard.',
      severity: 'error',
      from: { path: `${station}/app/router\\.ts$` },
      to: { path: capability, pathNot: `${station}/[^/]+/(index|calls)\\.ts$` },
    },
    {
      name: 'components-know-no-duty',
      comment: 'What several duties use is not about any of them.',
      severity: 'error',
      from: { path: '^renderer/(?!duties/|app\\.tsx$)', pathNot: tests },
      to: { path: '^renderer/duties/' },
    },
    {
      name: 'duties-know-no-other-duty',
      comment: 'A tablet has one duty: what two of them need has a place of its own beside the components.',
      severity: 'error',
      from: { path: '^renderer/duties/([^/]+)/' },
      to: { path: '^renderer/duties/', pathNot: '^renderer/duties/$1/' },
    },
    {
      name: 'product-imports-no-tests',
      comment: 'What is shipped needs nothing that only tests have.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^test/', '\\.test\\.tsx?$', 'node_modules/(vitest|fast-check|playwright-core)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    combinedDependencies: true,
  },
}
