/** What ships, written down: for machines in CycloneDX, and for people as a table. */
import { type Lockfile, type Manifest, purlAt, purlOf, type Shipped, type Sources } from './shipped.ts'

/**
 * https://cyclonedx.org/docs/1.6/json/, the same for the same sources: without time, serial number or any path of this machine.
 */
export function asCycloneDx({ manifest, lockfile, inside }: Sources, shipped: readonly Shipped[]): string {
  const self = purlOf(manifest.name, manifest.version)
  const licenses = (licence: string) =>
    / (OR|AND|WITH) /.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }]
  const ships = new Set(shipped.map(({ purl }) => purl))
  const direct = new Set(neededBy(lockfile, ''))
  const needed = new Set<string>()
  const dependencies = shipped.map(({ purl, name }) => {
    const places = Object.entries(lockfile.packages).filter(
      ([path, locked]) => path !== '' && purlAt(path, locked) === purl,
    )
    const within = inside.filter((one) => one.within === name).map((one) => one.purl)
    const all = new Set([...places.flatMap(([path]) => neededBy(lockfile, path)), ...within])
    const dependsOn = [...all].filter((one) => ships.has(one)).toSorted()
    for (const one of dependsOn) needed.add(one)
    return dependsOn.length === 0 ? { ref: purl } : { ref: purl, dependsOn }
  })
  const first = shipped.map(({ purl }) => purl).filter((purl) => direct.has(purl) || !needed.has(purl))
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': self,
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        licenses: licenses(manifest.license),
        purl: self,
      },
    },
    components: shipped.map(({ type, name, version, licence, purl, integrity }) => ({
      type,
      'bom-ref': purl,
      name,
      version,
      ...(integrity === null
        ? {}
        : { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }] }),
      licenses: licenses(licence),
      purl,
    })),
    dependencies: [{ ref: self, dependsOn: first }, ...dependencies],
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

/** What the package at `path` of the lockfile ('' is this house) names as needed, where Node finds it: in the nearest folder above. */
function neededBy({ packages }: Lockfile, path: string): string[] {
  const said = packages[path] ?? {}
  const names = [
    said.dependencies,
    said.devDependencies,
    said.optionalDependencies,
    said.peerDependencies,
    said.peerDependenciesMeta,
  ]
  return names
    .flatMap((some) => Object.keys(some ?? {}))
    .flatMap((name) => {
      for (let above = path; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
        const at = above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`
        const found = packages[at]
        if (found !== undefined) return purlAt(at, found)
        if (above === '') return []
      }
    })
}

export function asTable({ version }: Manifest, shipped: readonly Shipped[]): string {
  return [
    `# What Pledge Kiosk ${version} is made of`,
    '',
    'Every package that ships, with its licence and where the text of it is in the app.',
    '',
    '| package | version | licence | its text |',
    '|---|---|---|---|',
    ...shipped.map((one) => `| ${one.name} | ${one.version} | ${one.licence} | ${one.text} |`),
    '',
  ].join('\n')
}
