/** Making a recovery sheet, and using it: a lost passphrase is replaced, and the sheet is used up. */
import type { KeyStore } from '../kernel/database/index.ts'
import type { NotYet } from '../staff/index.ts'
import type { Station } from './station.ts'

type At = { station: Station; keyStore: KeyStore }

export type SheetMade = { code: 'made'; sheet: string } | NotYet

/** The one before is void first, and the new one holds before anybody is told what stands on it. */
export async function makeSheet(
  { station, keyStore }: At,
  { passphrase, session }: { passphrase: string; session: string | null },
): Promise<SheetMade> {
  const tried = await station.staff.unlock('organiser', passphrase, session)
  if (tried.code !== 'unlocked') return tried
  const { text, keep } = await station.staff.sheet.prepare()
  const sealing = (await keyStore.sealForSheet?.(station.folder, text)) ?? null
  try {
    keyStore.dropSheet?.(station.folder)
    station.keepSecret(keep)
  } catch (error) {
    sealing?.undo()
    throw error
  }
  sealing?.finish()
  return { code: 'made', sheet: text }
}

/**
 * The sheet was right: another passphrase and another PIN, and no sheet any more. Cut off after the sheet’s own copy of the key is gone,
 * the key sealed with the new passphrase lies there whole already, and opens the tablet.
 */
export async function renewSecrets(
  { station, keyStore }: At,
  { passphrase, pin }: { passphrase: string; pin: string },
): Promise<void> {
  const keepPin = await station.staff.prepare('steward', pin)
  const keepPassphrase = await station.staff.prepare('organiser', passphrase)
  const sealing = (await keyStore.reseal?.(station.folder, passphrase)) ?? null
  keyStore.dropSheet?.(station.folder)
  station.keepSecret(() => {
    keepPin()
    keepPassphrase()
    station.staff.sheet.forget()
  })
  sealing?.finish()
}
