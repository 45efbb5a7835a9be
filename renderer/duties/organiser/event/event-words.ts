/** Sizes of files, and how the tablet's data is locked, as people say them. Pure. */
import type { StationState } from '../../../../shared/contract/station.ts'

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** “988 kB”, “12.4 MB”. Thousands, as this computer's folders count. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return bytes < 999_950_000 ? `${number.format(bytes / 1e6)} MB` : `${number.format(bytes / 1e9)} GB`
}

/** How what is on this tablet is locked, for those who answer for it. */
export const LOCK_WORDS: Record<StationState['key'], string> = {
  keychain:
    'What is on this tablet is encrypted. It opens by itself for the user of this machine who set it up, and for nobody else.',
  passphrase:
    'What is on this tablet is encrypted. Each time the tablet starts, it opens only with the organiser passphrase.',
  'passphrase-soon':
    'What is on this tablet is encrypted, but its key still lies beside it. Lock the tablet and give the passphrase once more: from then on it opens with that alone.',
  file: 'What is on this tablet is encrypted, but its key lies in a file beside it: whoever takes the whole tablet can read it. Look after it well.',
}
