import { describe, expect, test } from 'vitest'
import { listShipped, type Lockfile, NOT_BROUGHT, type Sources } from './sbom/shipped.ts'
import { asCycloneDx, asTable } from './sbom/write.ts'

const locked = (version: string, license?: string, more = {}) => ({
  version,
  integrity: 'sha512-AAAA',
  license,
  ...more,
})

/** A small house: a bundled package that needs another, what is never bundled, and a tool that does not ship. */
function house(packages: Lockfile['packages'] = {}, list = '', more: Partial<Sources> = {}): Sources {
  return {
    manifest: { name: 'pledge-kiosk', version: '0.1.0', description: 'An app', license: 'MIT' },
    lockfile: {
      packages: {
        '': { devDependencies: { oak: '1', electron: '45' } },
        'node_modules/electron': locked('45.4.1', 'MIT'),
        'node_modules/better-sqlite3': locked('13.0.3', 'MIT', { name: 'better-sqlite3-multiple-ciphers' }),
        'node_modules/zxing-wasm': locked('3.1.4', 'MIT'),
        'node_modules/@fontsource-variable/atkinson-hyperlegible-next': locked('5.3.0', 'OFL-1.1'),
        'node_modules/oak': locked('1.2.3', 'MIT', { dependencies: { '@elmdon/acorn': '2' } }),
        'node_modules/@elmdon/acorn': locked('9.9.9', 'MIT'),
        'node_modules/oak/node_modules/@elmdon/acorn': locked('2.0.0', 'ISC'),
        'node_modules/saw': locked('1.0.0'),
        ...packages,
      },
    },
    lists: {
      'dist/a.md': `# Licenses\n\n## oak - 1.2.3 (MIT)\n\nThe text.\n\n## @elmdon/acorn - 2.0.0 (ISC)\n\nThe text.\n${list}`,
    },
    inside: [],
    licencesByHand: [],
    withoutText: [],
    ...more,
  }
}
const purls = (sources: Sources) => listShipped(sources).map(({ purl }) => purl)

describe('what ships', () => {
  test('is what the bundler put in and what stands beside it, by its own name, and no tool', () => {
    expect(purls(house())).toEqual([
      'pkg:npm/%40elmdon/acorn@2.0.0',
      'pkg:npm/%40fontsource-variable/atkinson-hyperlegible-next@5.3.0',
      'pkg:npm/better-sqlite3-multiple-ciphers@13.0.3',
      'pkg:npm/electron@45.4.1',
      'pkg:npm/oak@1.2.3',
      'pkg:npm/zxing-wasm@3.1.4',
    ])
  })

  test.each([undefined, '', 'SEE LICENSE IN terms.txt', 'UNLICENSED'])(
    'a package that names no licence (%s) is named, until a person keeps which it is',
    (license) => {
      const packages = { 'node_modules/elm': locked('3.0.0', license) }
      const list = '\n## elm - 3.0.0\n\nThe text.\n'
      expect(() => listShipped(house(packages, list))).toThrow(
        'elm 3.0.0 names no licence. Ask its author, or keep which it is and why in LICENCES_BY_HAND of electron/sbom.ts; else do without it.',
      )
      const licencesByHand = [{ name: 'elm', licence: 'MIT', reason: 'its author said so' }]
      expect(asTable(house().manifest, listShipped(house(packages, list, { licencesByHand })))).toContain(
        '| elm | 3.0.0 | MIT | dist/a.md |',
      )
    },
  )

  test('a package without the text of its licence is named, until a person keeps why', () => {
    const packages = { 'node_modules/elm': locked('3.0.0', 'MIT') }
    const list = '\n## elm - 3.0.0 (MIT)\n'
    expect(() => listShipped(house(packages, list))).toThrow('elm 3.0.0 brings no text of its licence.')
    const withoutText = [{ name: 'elm', reason: 'there is none' }]
    expect(listShipped(house(packages, list, { withoutText })).find(({ name }) => name === 'elm')?.text).toBe(
      NOT_BROUGHT,
    )
  })

  test('every fault is told at once, also a package that the lockfile has in another version', () => {
    const packages = { 'node_modules/elm': locked('3.0.0'), 'node_modules/ash': locked('1.0.0', 'MIT') }
    const list = '\n## elm - 3.0.0\n\nThe text.\n\n## ash - 1.0.1 (MIT)\n\nThe text.\n'
    expect(() => listShipped(house(packages, list))).toThrow(
      /^elm 3\.0\.0 names no licence\..+\nash 1\.0\.1 is in the build and not in package-lock\.json\. Run npm ci, and build again\.$/,
    )
  })

  test('what is kept by hand and needed no longer is named', () => {
    const kept = { name: 'oak', licence: 'MIT', reason: 'it named none once' }
    expect(() => listShipped(house({}, '', { licencesByHand: [kept] }))).toThrow(
      'LICENCES_BY_HAND has oak, which needs it no longer.',
    )
    expect(() => listShipped(house({}, '', { withoutText: [kept] }))).toThrow(
      'WITHOUT_TEXT has oak, which needs it no longer.',
    )
  })
})

describe('the CycloneDX file', () => {
  const written = (sources: Sources) =>
    JSON.parse(asCycloneDx(sources, listShipped(sources))) as Record<string, unknown>

  test('says what each is, its licence and checksum, and who needs whom', () => {
    const bom = written(
      house({
        'node_modules/oak': locked('1.2.3', 'MIT OR CC0-1.0', { dependencies: { '@elmdon/acorn': '2', saw: '1' } }),
      }),
    )
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
    expect(bom['components']).toContainEqual({
      type: 'library',
      'bom-ref': 'pkg:npm/oak@1.2.3',
      name: 'oak',
      version: '1.2.3',
      hashes: [{ alg: 'SHA-512', content: '000000' }],
      licenses: [{ expression: 'MIT OR CC0-1.0' }],
      purl: 'pkg:npm/oak@1.2.3',
    })
    // The program of Electron ships, and not the package whose checksum the lockfile has.
    expect(bom['components']).toContainEqual({
      type: 'framework',
      'bom-ref': 'pkg:npm/electron@45.4.1',
      name: 'electron',
      version: '45.4.1',
      licenses: [{ license: { id: 'MIT' } }],
      purl: 'pkg:npm/electron@45.4.1',
    })
    expect(bom['dependencies']).toContainEqual({
      ref: 'pkg:npm/oak@1.2.3',
      dependsOn: ['pkg:npm/%40elmdon/acorn@2.0.0'],
    })
    expect(bom['dependencies']).toContainEqual({
      ref: 'pkg:npm/pledge-kiosk@0.1.0',
      dependsOn: expect.not.arrayContaining(['pkg:npm/%40elmdon/acorn@2.0.0']) as string[],
    })
  })
})
