/** Opening a bundle: everything that can be looked at without a journal, each with its own answer, before anybody is handed a fact. */
import { hash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { isCertified } from './certificate.ts'
import { identityOf, isSignedStatement, type Keys } from './keys.ts'
import { type Manifest, manifestSchema, manifestStatement } from './manifest.ts'
import { readRouting, ROUTING_WITHIN, type Routing } from './routing.ts'

/** Why a bundle is not opened. Nothing of it was merged. */
export type BundleProblem = 'no-bundle' | 'newer' | 'other-event' | 'for-another' | 'damaged' | 'too-large' | 'forged'

export class BundleError extends Error {
  readonly code: BundleProblem
  constructor(code: BundleProblem, cause?: unknown) {
    super(`The bundle was not opened: ${code}`, { cause })
    this.code = code
  }
}

/** Far beyond the largest event; a file that says more of itself is not unfolded. */
const MOST = { manifest: 32_000_000, facts: 2_000_000, page: 64_000_000, all: 8_000_000_000 }

export type BundleSource = {
  /** The first bytes of the file, 4096 at least where there are as many. */
  beginning: () => Promise<Uint8Array>
  /** The whole file, from the beginning; asked for twice. */
  bytes: () => ReadableStream<Uint8Array>
}

export type OpenedBundle = {
  routing: Routing
  manifest: Manifest
  /** Each page as it was written; throws BundleError where it is not what the manifest says, or the seal does not hold. */
  pages: () => AsyncGenerator<{ chain: number; facts: unknown[] }>
}

/** Reads exactly so many bytes at a time. */
function reading(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  let held: Uint8Array[] = []
  let length = 0
  async function upTo(count: number): Promise<boolean> {
    while (length < count) {
      const { done, value } = await reader.read()
      if (done) return false
      held.push(value)
      length += value.length
    }
    return true
  }
  return {
    /** Throws BundleError where it ends before. */
    async exactly(count: number): Promise<Buffer> {
      if (!(await upTo(count))) throw new BundleError('forged')
      const all = held.length === 1 && held[0] !== undefined ? Buffer.from(held[0]) : Buffer.concat(held)
      held = [all.subarray(count)]
      length -= count
      return all.subarray(0, count)
    },
    /** Whether nothing follows. The seal has been looked at up to its end then. */
    isOver: async (): Promise<boolean> => !(await upTo(1)),
    leave: (): Promise<void> => reader.cancel().catch(() => undefined),
  }
}

/** What breaks inside the seal is damage: whoever changed a bit cannot have written it. */
async function unsealed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BundleError) throw error
    // The line outside says that it is for us, and it is not, or the code is another.
    const isLocked = error instanceof Error && error.message.startsWith('no identity matched')
    throw new BundleError(isLocked ? 'for-another' : 'damaged', error)
  }
}

async function readManifest(
  read: ReturnType<typeof reading>,
): Promise<{ manifest: Manifest; digest: string; signature: string }> {
  const length = (await read.exactly(4)).readUInt32BE()
  if (length > MOST.manifest) throw new BundleError('too-large')
  const text = await read.exactly(length)
  const signature = (await read.exactly(64)).toString('hex')
  return { manifest: parsed(text), digest: hash('sha256', text, 'hex'), signature }
}

function parsed(text: Buffer): Manifest {
  let given: unknown
  try {
    given = JSON.parse(text.toString('utf8'))
  } catch (error) {
    throw new BundleError('forged', error)
  }
  const read = manifestSchema.safeParse(given)
  if (read.success) return read.data
  const format = typeof given === 'object' && given !== null && 'format' in given ? given.format : null
  const isNewer = typeof format === 'string' && /^bundle \d+$/.test(format) && format !== 'bundle 1'
  throw new BundleError(isNewer ? 'newer' : 'forged', read.error)
}

function fits({ pages }: Manifest): boolean {
  const sum = (of: 'facts' | 'unfolds') => pages.reduce((all, page) => all + page[of], 0)
  return sum('facts') <= MOST.facts && sum('unfolds') <= MOST.all && pages.every(({ unfolds }) => unfolds <= MOST.page)
}

/** Every chain is named once, its pages stand together in the order of the chains, and no page is of none. */
function isOrderly({ chains, pages }: Manifest): boolean {
  const inOrder = pages.every((page, index) => {
    const before = pages[index - 1]?.chain ?? 0
    return page.chain < chains.length && page.chain >= before
  })
  return inOrder && chains.every(({ station, head }) => station === head.station)
}

/** Null where it may be believed to be written by a station of this event. `eventKey`: the public half of its signing key. */
function writerProblem(
  { manifest, digest, signature }: { manifest: Manifest; digest: string; signature: string },
  eventKey: string,
): BundleProblem | null {
  const writer = manifest.certificates.find(({ station }) => station === manifest.station)
  const isWriter =
    writer !== undefined &&
    writer.event === manifest.event &&
    isCertified(writer, eventKey) &&
    isSignedStatement(manifestStatement(digest), signature, writer.signing)
  return isWriter ? null : 'forged'
}

export type Opening = {
  /** Null for a tablet that has no event yet. */
  event: string | null
  /** What we may open with, by what stands for it on the routing line. */
  keyFor: (called: string) => Keys | null | Promise<Keys | null>
  /** The event’s public signing key; null for whoever is invited, and believes what the code or the seal brought. */
  eventKey: string | null
}

/** Up to the manifest; the pages are looked at as they are read. Throws BundleError. */
export async function openBundle(source: BundleSource, { event, keyFor, eventKey }: Opening): Promise<OpenedBundle> {
  const routing = readRouting((await source.beginning()).subarray(0, ROUTING_WITHIN))
  if (routing === 'none') throw new BundleError('no-bundle')
  if (routing === 'newer') throw new BundleError('newer')
  if (event !== null && routing.event !== event) throw new BundleError('other-event')
  const keys = await keyFor(routing.receiver)
  if (keys === null) throw new BundleError('for-another')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identityOf(keys.privateKey))
  const inside = (): Promise<ReturnType<typeof reading>> =>
    unsealed(async () => reading(await decrypter.decrypt(source.bytes())))
  const manifestFirst = async () => {
    const read = await inside()
    try {
      return await readManifest(read)
    } finally {
      await read.leave()
    }
  }

  const found = await unsealed(manifestFirst)
  const { manifest } = found
  const isSame =
    manifest.event === routing.event && manifest.station === routing.station && manifest.number === routing.number
  if (!isSame || !isOrderly(manifest)) throw new BundleError('forged')
  if (!fits(manifest)) throw new BundleError('too-large')
  const problem = writerProblem(found, eventKey ?? manifest.invitation?.eventKey.signing ?? '')
  if (problem !== null) throw new BundleError(problem)

  return {
    routing,
    manifest,
    async *pages() {
      const again = await inside()
      try {
        const same = await unsealed(() => readManifest(again))
        // Between two readings somebody may put another stick in.
        if (same.digest !== found.digest) throw new BundleError('damaged')
        const types = new Map<string, number>()
        for (const page of manifest.pages) {
          const facts = unfold(await unsealed(() => again.exactly(page.bytes)), page)
          for (const fact of facts) {
            const type = typeof fact === 'object' && fact !== null && 'type' in fact ? String(fact.type) : ''
            types.set(type, (types.get(type) ?? 0) + 1)
          }
          yield { chain: page.chain, facts }
        }
        if (!(await unsealed(again.isOver))) throw new BundleError('forged')
        if (!isSameCount(types, manifest.types)) throw new BundleError('forged')
      } finally {
        await again.leave()
      }
    },
  }
}

const isSameCount = (found: ReadonlyMap<string, number>, said: Readonly<Record<string, number>>): boolean =>
  found.size === Object.keys(said).length && Object.entries(said).every(([type, count]) => found.get(type) === count)

function unfold(bytes: Buffer, page: Manifest['pages'][number]): unknown[] {
  try {
    const text = zstdDecompressSync(bytes, { maxOutputLength: page.unfolds })
    if (text.length !== page.unfolds || hash('sha256', text, 'hex') !== page.digest) throw new Error('another digest')
    const lines = text.toString('utf8').split('\n').slice(0, -1)
    if (lines.length !== page.facts) throw new Error('another number of facts')
    return lines.map((line): unknown => JSON.parse(line))
  } catch (error) {
    throw new BundleError('forged', error)
  }
}
