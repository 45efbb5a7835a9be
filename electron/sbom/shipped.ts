/** Everything that ships, by what the bundler wrote and the lockfile knows, and what would keep it from being given away. */

/** What the lockfile says of one package, as far as it is asked here. */
export type Locked = {
  name?: string
  version?: string
  integrity?: string
  license?: unknown
  dependencies?: Record<string, unknown>
  devDependencies?: Record<string, unknown>
  optionalDependencies?: Record<string, unknown>
  peerDependencies?: Record<string, unknown>
  peerDependenciesMeta?: Record<string, unknown>
}
export type Lockfile = { packages: Record<string, Locked> }
export type Manifest = { name: string; version: string; description: string; license: string }

/** One thing that ships; `path` is where it stands in the lockfile, or null where it came in no package of its own. */
export type Shipped = {
  name: string
  version: string
  licence: string
  purl: string
  text: string
  type: 'library' | 'framework'
  path: string | null
  integrity: string | null
}

/** Something that ships within a package, compiled, and that a notice of a weakness would name. */
export type Inside = { name: string; version: string; licence: string; purl: string; within: string; text: string }

/** A statement about one package that a person has looked into. */
type Kept = { name: string; reason: string }

export type Sources = {
  manifest: Manifest
  lockfile: Lockfile
  /** The licences that the bundler wrote, by the file they are in. */
  lists: Record<string, string>
  inside: readonly Inside[]
  /** Packages that name no licence, and which one theirs is. */
  licencesByHand: readonly (Kept & { licence: string })[]
  /** Packages that name their licence and do not bring its text. */
  withoutText: readonly Kept[]
}

/** What ships and is in no list of the bundler: a program of its own, or what a worker or a style sheet brings (electron-builder.yml). */
const NOT_BUNDLED = [
  { folder: 'electron', type: 'framework', text: 'LICENSE and LICENSES.chromium.html beside the program' },
  { folder: 'better-sqlite3', type: 'library', text: 'node_modules/better-sqlite3/LICENSE' },
  { folder: 'zxing-wasm', type: 'library', text: 'licences/zxing-wasm/LICENSE' },
  {
    folder: '@fontsource-variable/atkinson-hyperlegible-next',
    type: 'library',
    text: 'licences/@fontsource-variable/atkinson-hyperlegible-next/LICENSE',
  },
] as const

/** Where a text would be told, and there is none. */
export const NOT_BROUGHT = 'not in its package'

/** A build that cannot be given away, with the sentences that say why. */
export class CannotShip extends Error {}

/** By address, so always in the same order. Throws `CannotShip` with a sentence for each package that has no licence or that the lockfile does not know. */
export function listShipped(sources: Sources): Shipped[] {
  const errors: string[] = []
  const shipped = [...fromLists(sources, errors), ...besides(sources, errors)].toSorted((a, b) =>
    a.purl < b.purl ? -1 : 1,
  )
  for (const { name, version, text } of shipped)
    if (text === NOT_BROUGHT && !sources.withoutText.some((kept) => kept.name === name))
      errors.push(
        `${name} ${version} brings no text of its licence. Look it up, and keep the reason in WITHOUT_TEXT of electron/sbom.ts.`,
      )
  errors.push(...stale(sources, shipped))
  if (errors.length > 0) throw new CannotShip(errors.join('\n'))
  return shipped
}

const nameAt = (path: string, { name }: Locked) => name ?? path.slice(path.lastIndexOf('node_modules/') + 13)
export const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`
export const purlAt = (path: string, locked: Locked) => purlOf(nameAt(path, locked), locked.version ?? '')

function fromLists(sources: Sources, errors: string[]): Shipped[] {
  const found = new Map<string, Shipped>()
  for (const [file, list] of Object.entries(sources.lists)) {
    for (const section of list.split(/^(?=## \S+ - \d)/m)) {
      const [, name, version] = /^## (\S+) - (\S+)(?: \(.+\))?\n/.exec(section) ?? []
      if (name === undefined || version === undefined) continue
      const entry = Object.entries(sources.lockfile.packages).find(
        ([path, locked]) => path !== '' && purlAt(path, locked) === purlOf(name, version),
      )
      if (entry === undefined) {
        errors.push(`${name} ${version} is in the build and not in package-lock.json. Run npm ci, and build again.`)
        continue
      }
      const hasText = section.slice(section.indexOf('\n')).trim() !== ''
      const before = found.get(name + version)
      const text = hasText ? file : NOT_BROUGHT
      found.set(name + version, {
        ...shippedAt(sources, entry, 'library', errors),
        text: before === undefined || before.text === text ? text : `${before.text}, ${text}`,
      })
    }
  }
  return [...found.values()]
}

function besides(sources: Sources, errors: string[]): Shipped[] {
  const packages = NOT_BUNDLED.flatMap(({ folder, type, text }): Shipped[] => {
    const path = `node_modules/${folder}`
    const locked = sources.lockfile.packages[path]
    if (locked === undefined) {
      errors.push(`${folder} ships and is not in package-lock.json.`)
      return []
    }
    return [{ ...shippedAt(sources, [path, locked], type, errors), text }]
  })
  const inside = sources.inside.map(({ name, version, licence, purl, text }): Shipped => ({
    name,
    version,
    licence,
    purl,
    text,
    type: 'library',
    path: null,
    integrity: null,
  }))
  return [...packages, ...inside]
}

function shippedAt(
  sources: Sources,
  [path, locked]: readonly [string, Locked],
  type: Shipped['type'],
  errors: string[],
): Omit<Shipped, 'text'> {
  const name = nameAt(path, locked)
  const version = locked.version ?? ''
  const kept = sources.licencesByHand.find((one) => one.name === name)
  const licence = isLicence(locked.license) ? locked.license : kept?.licence
  if (licence === undefined)
    errors.push(
      `${name} ${version} names no licence. Ask its author, or keep which it is and why in LICENCES_BY_HAND of electron/sbom.ts; else do without it.`,
    )
  // What ships of Electron is its program, and not the package whose checksum the lockfile has.
  const integrity = type === 'framework' ? null : (locked.integrity ?? null)
  return { name, version, licence: licence ?? '', purl: purlOf(name, version), type, path, integrity }
}

/** Also in words: `SEE LICENSE IN …` and `UNLICENSED` give nobody leave to pass the package on. */
const isLicence = (said: unknown): said is string =>
  typeof said === 'string' && said.trim() !== '' && !/^(see licen[cs]e|unlicensed$)/i.test(said.trim())

/** What is kept by hand and no longer needed would one day excuse something else. */
function stale({ licencesByHand, withoutText, lockfile }: Sources, shipped: readonly Shipped[]): string[] {
  const needed = (name: string, needs: (one: Shipped) => boolean) =>
    shipped.some((one) => one.name === name && needs(one))
  const told = (one: Shipped) => one.path !== null && isLicence(lockfile.packages[one.path]?.license)
  return [
    ...licencesByHand
      .filter(({ name }) => !needed(name, (one) => !told(one)))
      .map(({ name }) => `LICENCES_BY_HAND has ${name}`),
    ...withoutText
      .filter(({ name }) => !needed(name, ({ text }) => text === NOT_BROUGHT))
      .map(({ name }) => `WITHOUT_TEXT has ${name}`),
  ].map((what) => `${what}, which needs it no longer. Take it out of electron/sbom.ts.`)
}
