/** Bundles of this tablet: writing what it holds for the collector, and taking in what another brings, after all of it was looked at. */
import { createYielder } from '../../slices.ts'
import {
  BundleError,
  type BundleSource,
  type Certificate,
  type Invitation,
  type Keys,
  openBundle,
  type OpenedBundle,
  writeBundle,
} from '../../transfer/index.ts'
import type { StationCore } from '../kernel/core.ts'
import {
  certificateIn,
  createFactTable,
  followChain,
  heldToCarry,
  nothingTaken,
  stationEnrolled,
  type Taken,
  takeChain,
} from '../kernel/journal/index.ts'
import { createCertified } from './certified.ts'
import type { OwnKeys } from './own-keys.ts'

/** What became of one chain of a bundle. `gap`: something before it is missing; `not-ours`: no certificate of this event is for it. */
type ChainCame = { station: string; last: number; came: 'taken' | 'gap' | 'not-ours' }
type Came = { station: string; number: number; taken: Taken; chains: ChainCame[] }

type Receiver = { publicKey: string; called: string }

export function createBundles({ core, keys }: { core: StationCore; keys: OwnKeys }) {
  const { journal } = core

  /** Every certificate that is held, whoever it is by. */
  const certificates = (): Certificate[] =>
    journal.facts.ofTypes([stationEnrolled.type]).flatMap((fact) => certificateIn(fact) ?? [])

  /**
   * All that this tablet holds, sealed to `to`. It is read as it was at one moment; `close` once it was written, or nobody wants it. Null
   * where this tablet has written nothing yet.
   */
  async function write(to: Receiver, invitation?: Invitation) {
    const head = journal.signHead()
    const key = keys.signing()
    if (head === null || key === null) return null
    const db = core.snapshot()
    const close = (): void => void db.close()
    try {
      const yielder = createYielder()
      const chains = heldToCarry(createFactTable(db)).map(({ chain, head: end, facts }) => ({
        station: chain.station,
        publicKey: chain.publicKey,
        first: 1,
        head: end,
        facts,
      }))
      const written = await writeBundle({
        event: core.event().id,
        station: head.station,
        number: head.seq,
        key,
        certificates: certificates(),
        chains,
        to,
        giveWay: async () => (yielder.isDue() ? await yielder.giveWay() : undefined),
        ...(invitation === undefined ? {} : { invitation }),
      })
      return { ...written, close }
    } catch (error) {
      close()
      throw error
    }
  }

  const event = (): string | null => journal.facts.chains()[0]?.event ?? null

  /** Throws BundleError where it is not for us, or not what it says; nothing was merged then. */
  const open = (source: BundleSource): Promise<OpenedBundle> =>
    // A tablet that believes nobody yet is invited first.
    openBundle(source, { event: event(), keyFor: keys.opens, eventKey: keys.eventKey()?.signing ?? '' })

  /** Whoever is invited believes what the code opens. */
  const openInvitation = (source: BundleSource, keyFor: (called: string) => Promise<Keys | null>) =>
    openBundle(source, { event: event(), keyFor, eventKey: null })

  /** Goes through all of it once before the first fact is taken. Where it is cut off then, the same bundle goes on. */
  async function take({ manifest, pages }: OpenedBundle): Promise<Came> {
    const key = keys.eventKey()?.signing ?? ''
    const yielder = createYielder()
    const { event: of } = manifest
    const isCertified = createCertified([...certificates(), ...manifest.certificates], { event: of, key })
    const chains = manifest.chains.map(({ station, publicKey, head }) => {
      const carried = { chain: { station, publicKey, event: of }, head }
      return { carried, isOurs: isCertified({ station, publicKey, head }), way: followChain(journal, carried) }
    })
    for await (const { chain, facts } of pages()) {
      const one = chains[chain]
      if (one?.isOurs !== true) continue
      for (const fact of facts) one.way.add(fact)
      if (yielder.isDue()) await yielder.giveWay()
    }
    const ends = chains.map(({ isOurs, way }) => (isOurs ? way.end() : null))
    if (ends.includes('refused')) throw new BundleError('forged')

    const taken = nothingTaken()
    const into = chains.map(({ carried, isOurs }, index) =>
      isOurs && ends[index] === null ? takeChain(journal, carried, taken) : null,
    )
    let at = 0
    for await (const { chain, facts } of pages()) {
      for (; at < chain; at += 1) into[at]?.end()
      for (const fact of facts) into[chain]?.add(fact)
      if (yielder.isDue()) await yielder.giveWay()
    }
    for (const one of into) one?.end()
    return {
      station: manifest.station,
      number: manifest.number,
      taken,
      chains: chains.map(({ carried: { head }, isOurs }, index) => ({
        station: head.station,
        last: head.seq,
        came: !isOurs ? 'not-ours' : ends[index] === 'waiting' ? 'gap' : 'taken',
      })),
    }
  }

  return { certificates, write, open, openInvitation, take }
}
