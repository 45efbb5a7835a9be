/** For whoever makes releases: `npm run updates -- …` makes a key pair, and an update for sticks and servers that is signed with it. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type InstallerFile,
  type InstallerKind,
  MANIFEST,
  type Manifest,
  manifestSchema,
  readManifest,
  SIGNATURE,
  UPDATE_FOLDER,
} from './desktop/updates/manifest.ts'

const HELP = `Updates of Pledge Kiosk on a stick or a server

  key [--out FILE]                          Make a key pair. The private key goes to FILE (update-key.pem); the public key is printed.
  sign RELEASE-FOLDER --key FILE --out FOLDER   Put the installers of a release into FOLDER, listed and signed.`

/** Not done, for a reason that is said. */
class NotDone extends Error {}

/** What electron-builder calls its installers: one line a kind. What is not here, like the portable program, cannot be installed over. */
const INSTALLERS: readonly { ending: RegExp; kind: InstallerKind; platform: InstallerFile['platform'] }[] = [
  { ending: / setup\.exe$/, kind: 'nsis', platform: 'win32' },
  { ending: /\.AppImage$/, kind: 'AppImage', platform: 'linux' },
  { ending: /\.deb$/, kind: 'deb', platform: 'linux' },
  { ending: /\.dmg$/, kind: 'dmg', platform: 'darwin' },
]

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64')

function makeKey(file: string): string {
  if (existsSync(file))
    throw new NotDone(`“${file}” is there already, and a key is never overwritten. Name another with --out.`)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  } catch {
    throw new NotDone(`“${file}” could not be written. Check that the folder is there and that you may write to it.`)
  }
  return [
    `The private key is in “${file}”. Whoever has it can put any program on every tablet: keep it off the tablets and off the sticks, with a copy in another place.`,
    'The public key, for "updates": { "key": … } in the settings of each machine:',
    '',
    spki(publicKey),
  ].join('\n')
}

function readPrivateKey(file: string): KeyObject {
  let pem: Buffer
  try {
    pem = readFileSync(file)
  } catch {
    throw new NotDone(`There is no key in “${file}”, or it may not be read. Make one with: npm run updates -- key`)
  }
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below.
  }
  throw new NotDone(`“${file}” holds no Ed25519 private key. Make one with: npm run updates -- key`)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** The installers in the folder, and the one version that all of them are of. */
async function listInstallers(release: string): Promise<Manifest> {
  let names: string[]
  try {
    names = readdirSync(release)
  } catch {
    throw new NotDone(`There is no folder “${release}”. Make the installers first: npm run package`)
  }
  const found = names.toSorted().flatMap((name) => {
    const installer = INSTALLERS.find(({ ending }) => ending.test(name))
    return installer === undefined ? [] : [{ name, ...installer }]
  })
  const versions = [...new Set(found.map(({ name }) => /(?<![\d.])\d+\.\d+\.\d+(?![\d.]*\d)/.exec(name)?.[0] ?? ''))]
  const [version = ''] = versions
  if (found.length === 0) throw new NotDone(`There is no installer in “${release}”. Make some first: npm run package`)
  if (versions.length > 1)
    throw new NotDone(`“${release}” holds installers of several versions: ${versions.join(', ')}. Leave those of one.`)
  const files: InstallerFile[] = []
  for (const { name, kind, platform } of found)
    files.push({
      platform,
      arch: /arm64/.test(name) ? 'arm64' : 'x64',
      kind,
      name,
      size: statSync(join(release, name)).size,
      sha256: await hashOf(join(release, name)),
    })
  const checked = manifestSchema.safeParse({ app: 'pledge-kiosk', version, files } satisfies Manifest)
  if (!checked.success)
    throw new NotDone(
      `The installers in “${release}” cannot be listed: ${checked.error.issues.map(({ path }) => path.join(' ')).join(', ')} is not as it should be.`,
    )
  return checked.data
}

async function makeUpdate(release: string, key: KeyObject, out: string): Promise<string> {
  const manifest = await listInstallers(release)
  const folder = join(out, UPDATE_FOLDER)
  if (existsSync(folder))
    throw new NotDone(`There is an update in “${folder}” already. Delete it first, or choose another folder.`)
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  try {
    mkdirSync(folder, { recursive: true })
    for (const { name, sha256 } of manifest.files) {
      await copyFile(join(release, name), join(folder, name))
      // A worn stick is found here, and not by five hundred tablets.
      if ((await hashOf(join(folder, name))) !== sha256) throw new Error(`“${name}” did not arrive whole`)
    }
    writeFileSync(join(folder, MANIFEST), bytes)
    writeFileSync(join(folder, SIGNATURE), sign(null, bytes, key))
    const read = (name: string) => readFileSync(join(folder, name))
    if (readManifest(read(MANIFEST), read(SIGNATURE), createPublicKey(key)).code !== 'read')
      throw new Error('the list cannot be read back')
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    const why = error instanceof Error ? error.message : String(error)
    throw new NotDone(`“${folder}” could not be written, and nothing of it was left: ${why}.`)
  }
  return [
    `Version ${manifest.version} is in “${folder}”. Copy this folder, as it is, to the top of a stick, or put it on your server.`,
    ...manifest.files.map(({ name, platform, arch, kind }) => `  ${platform} ${arch} ${kind}: ${name}`),
    `Signed for: ${spki(createPublicKey(key))}`,
  ].join('\n')
}

/** Answers with the exit code: 0 done, 1 not done (the reason is said), 2 called wrongly. */
export async function runUpdates(args: readonly string[]): Promise<number> {
  const wrong = (why: string): number => {
    process.stderr.write(`${why}\n\n${HELP}\n`)
    return 2
  }
  let given: { values: { key?: string; out?: string }; positionals: string[] }
  try {
    given = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' }, out: { type: 'string' } },
    })
  } catch (error) {
    return wrong(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'That cannot be understood.')
  }
  const [command, release, ...more] = given.positionals
  const { key, out } = given.values
  try {
    if (command === 'key' && release === undefined && key === undefined) {
      process.stdout.write(`${makeKey(resolve(out ?? 'update-key.pem'))}\n`)
      return 0
    }
    if (command !== 'sign' || more.length > 0) return wrong('Which command?')
    if (release === undefined || key === undefined || out === undefined)
      return wrong('“sign” needs the folder of a release, --key and --out.')
    process.stdout.write(`${await makeUpdate(resolve(release), readPrivateKey(resolve(key)), resolve(out))}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof NotDone)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

if (import.meta.main) process.exitCode = await runUpdates(process.argv.slice(2))
