/** What the screens are told of data that could not be opened. */
import type { StationState } from '../../shared/contract/station.ts'
import { isPassing, listBackups, type StorageRefused } from './database/index.ts'

/** Null where nothing is wrong: also with data that is only locked. */
export function shownRefusal(why: StorageRefused | null, folder: string): StationState['refused'] {
  if (why === null) return null
  const { code, sentence, todo } = why
  return code === 'sealed' ? null : { code, sentence, todo, passing: isPassing(code), backups: listBackups(folder) }
}
