/** Changing the PIN or the passphrase: the passphrase is asked for once more, and where it seals the key, the key goes with it. */
import type { KeyStore } from '../kernel/database/index.ts'
import type { Station } from './station.ts'

/** What becomes of a change. `same`: it is the one already. The other two refusals are those of any try at the passphrase. */
export type SecretChanged =
  | { code: 'changed' }
  | { code: 'same' }
  | { code: 'wrong'; left: number }
  | { code: 'wait'; seconds: number }

type Change = { role: 'steward' | 'organiser'; passphrase: string; next: string; session: string | null }

/**
 * Cut off anywhere, no key is lost: the key sealed anew lies whole beside the old one before anything else is changed, and takes its
 * place after the station holds the new passphrase. In between either passphrase opens the tablet, and `agree` makes it the one.
 */
export async function changeSecret(
  { station, keyStore }: { station: Station; keyStore: KeyStore },
  { role, passphrase, next, session }: Change,
): Promise<SecretChanged> {
  const tried = await station.staff.unlock('organiser', passphrase, session)
  if (tried.code !== 'unlocked') return tried
  // Whoever gives the same again means to be rid of it, and would go away believing that they were.
  if (await station.staff.isRight(role, next)) return { code: 'same' }
  const keep = await station.staff.prepare(role, next)
  const sealing = role === 'organiser' ? ((await keyStore.reseal?.(station.folder, next)) ?? null) : null
  try {
    station.keepSecret(keep)
  } catch (error) {
    sealing?.undo()
    throw error
  }
  sealing?.finish()
  return { code: 'changed' }
}

/** This passphrase opened the key: it is the organiser's from now on, whatever a change that was cut off has left behind. */
export async function agree(station: Station, passphrase: string): Promise<void> {
  if (!station.isSetUp() || (await station.staff.isRight('organiser', passphrase))) return
  station.keepSecret(await station.staff.prepare('organiser', passphrase))
}
