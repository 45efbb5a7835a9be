/** Whose facts this tablet believes to be of its event: by the certificates that are held and those that came with a bundle. Pure. */
import { type Certificate, isCertified } from '../../transfer/index.ts'

/** True of a chain that a certificate of the event’s is for, or binds. */
export function createCertified(all: readonly Certificate[], { event, key }: { event: string; key: string }) {
  const valid = all.filter((one) => one.event === event && isCertified(one, key))
  return (chain: { station: string; publicKey: string; head: { seq: number } }): boolean =>
    valid.some(
      ({ station, signing, binds }) =>
        (station === chain.station && signing === chain.publicKey) ||
        binds.some((bound) => bound.station === chain.station && chain.head.seq <= bound.last),
    )
}
