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

/** The capabilities and services of the station: each folder is entered through its index.ts and nowhere else. */
const station = '^electron/station'

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
      to: { path: ['^electron/(?!station/)', 'node_modules/electron/', '^electron$'] },
    },
    {
      name: 'station-folders-are-entered-through-their-index',
      comment: 'What a folder of the station does not export from its index.ts is its own business.',
      severity: 'error',
      from: { path: `${station}/([^/]+)/` },
      to: { path: `${station}/[^/]+/`, pathNot: [`${station}/$1/`, `${station}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'station-folders-are-entered-through-their-index',
      comment: 'The composition root and the hosts too.',
      severity: 'error',
      from: { path: '^electron/', pathNot: [`${station}/[^/]+/`, `${station}/router\\.ts$`] },
      to: { path: `${station}/[^/]+/`, pathNot: `${station}/[^/]+/index\\.ts$` },
    },
    {
      name: 'station-folders-are-entered-through-their-index',
      comment:
        'The router puts the calls together. They stand apart from index.ts because every call comes through the guard, and the guard knows the station.',
      severity: 'error',
      from: { path: `${station}/router\\.ts$` },
      to: { path: `${station}/[^/]+/`, pathNot: `${station}/[^/]+/(index|calls)\\.ts$` },
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
