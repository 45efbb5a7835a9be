/** What the screens are told of data that could not be opened. */
import type { StationState } from '../../../shared/contract/station.ts'
import { isPassing, type KeyStore, type StorageError, type WayBack, waysBack } from '../kernel/database/index.ts'

/** Null where nothing is wrong: also with data that is only locked. */
export function shownError(why: StorageError | null, ways: readonly WayBack[]): StationState['refused'] {
  if (why === null) return null
  const { code, sentence, todo } = why
  // A copy that is not sound refuses no station; it is said to whoever asked for it.
  if (code === 'sealed' || code === 'copy') return null
  return { code, sentence, todo, passing: isPassing(code), waysBack: [...ways] }
}

/** Only what is damaged can be mended by going back; a newer version or a missing key cannot. Reads every copy to its end. */
export function waysBackFrom(why: StorageError, folder: string, keyStore: KeyStore): WayBack[] {
  const key = why.code === 'damaged' ? keyStore.read(folder) : null
  return key === null ? [] : waysBack(folder, key)
}
