/** Writing a bundle: facts in pages, a signed manifest before them, all of it sealed to one receiver. */
import { hash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import type { RawFact } from '../../shared/domain/fact.ts'
import type { Certificate } from './certificate.ts'
import { recipientOf, signStatement } from './keys.ts'
import { type BundleChain, type BundlePage, type Invitation, type Manifest, manifestStatement } from './manifest.ts'
import { routingRecipient } from './routing.ts'
import { streamOf } from './streams.ts'

const FACTS_A_PAGE = 500
const BYTES_A_PAGE = 1_000_000

/** A chain as it is written. `facts`: in the order of their numbers, the same each time it is asked. */
type WrittenChain = BundleChain & { facts: () => Iterable<RawFact> }

type BundleGiven = {
  event: string
  station: string
  number: number
  /** The writer’s private signing key. */
  key: string
  certificates: readonly Certificate[]
  chains: readonly WrittenChain[]
  invitation?: Invitation
  /** The receiver’s public sealing key; `called`: what stands for it on the routing line. */
  to: { publicKey: string; called: string }
  /** The others' turn, after each page. */
  giveWay: () => Promise<void>
}

/** Cut where a commit ends. */
function* pagesOf(facts: Iterable<RawFact>): Generator<{ text: string; facts: RawFact[] }> {
  let page: RawFact[] = []
  let lines: string[] = []
  let length = 0
  for (const fact of facts) {
    const line = `${JSON.stringify(fact)}\n`
    page.push(fact)
    lines.push(line)
    length += line.length
    if (!fact.last || (page.length < FACTS_A_PAGE && length < BYTES_A_PAGE)) continue
    yield { text: lines.join(''), facts: page }
    page = []
    lines = []
    length = 0
  }
  if (page.length > 0) yield { text: lines.join(''), facts: page }
}

const folded = (text: string): Buffer => zstdCompressSync(text)

/** First all pages are looked at, for the manifest stands before them; then they are made again, one at a time. */
async function manifestOf(given: BundleGiven): Promise<Manifest> {
  const pages: BundlePage[] = []
  const types: Record<string, number> = {}
  for (const [chain, { facts }] of given.chains.entries())
    for (const page of pagesOf(facts())) {
      const bytes = Buffer.from(page.text)
      pages.push({
        chain,
        facts: page.facts.length,
        bytes: folded(page.text).length,
        unfolds: bytes.length,
        digest: hash('sha256', bytes, 'hex'),
      })
      for (const { type } of page.facts) types[type] = (types[type] ?? 0) + 1
      await given.giveWay()
    }
  return {
    format: 'bundle 1',
    event: given.event,
    station: given.station,
    number: given.number,
    certificates: [...given.certificates],
    chains: given.chains.map(({ facts: _facts, ...chain }) => chain),
    types,
    pages,
    invitation: given.invitation ?? null,
  }
}

function lengthOf(count: number): Uint8Array<ArrayBuffer> {
  const four = new Uint8Array(4)
  new DataView(four.buffer).setUint32(0, count)
  return four
}

async function* inside(given: BundleGiven, manifest: Manifest): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const text = new TextEncoder().encode(JSON.stringify(manifest))
  yield lengthOf(text.length)
  yield text
  yield new Uint8Array(Buffer.from(signStatement(manifestStatement(hash('sha256', text, 'hex')), given.key), 'hex'))
  for (const { facts } of given.chains)
    for (const { text: page } of pagesOf(facts())) {
      yield new Uint8Array(folded(page))
      await given.giveWay()
    }
}

/** The bytes of the file, in pieces. Nothing is read or sealed before they are asked for. */
export async function writeBundle(
  given: BundleGiven,
): Promise<{ manifest: Manifest; bytes: ReadableStream<Uint8Array> }> {
  const manifest = await manifestOf(given)
  const { event, station, number, to } = given
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(to.publicKey))
  encrypter.addRecipient(routingRecipient({ event, station, number, receiver: to.called }))
  return { manifest, bytes: await encrypter.encrypt(streamOf(inside(given, manifest))) }
}
