/** Why a station's data could not be opened or written, said once, in words for the person in front of it. */

/** `sealed`: nothing is wrong; the key waits for the organiser's passphrase. `copy`: something is wrong with a copy, not with the data. */
export type StorageErrorCode = 'damaged' | 'newer' | 'key' | 'sealed' | 'read-only' | 'full' | 'in-use' | 'copy'

/**
 * True where what is in the way may go by itself, and trying again by itself is safe: the disk is freed, the other program
 * closed. A key that is missing is looked for again only when somebody says so: they may be half-way through putting files back.
 */
export const isPassing = (code: StorageErrorCode): boolean => ['read-only', 'full', 'in-use'].includes(code)

/** Thrown where data cannot be opened or written. The data itself has been left alone. */
export class StorageError extends Error {
  readonly code: StorageErrorCode
  readonly sentence: string
  readonly todo: string
  constructor(code: StorageErrorCode, sentence: string, todo: string, cause?: unknown) {
    super(`${sentence} ${todo}`, { cause })
    this.name = 'StorageError'
    this.code = code
    this.sentence = sentence
    this.todo = todo
  }
}

const sqliteCode = (error: unknown): string =>
  error !== null && typeof error === 'object' && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const inUse = (cause: unknown): StorageError =>
  new StorageError(
    'in-use',
    'Another program is using this tablet’s data.',
    'Close the other window or command, then try again.',
    cause,
  )

/** What is there is not what this app wrote; `found` says what was found, where that is known. */
export const notAsWritten = (cause?: unknown, found = ''): StorageError =>
  new StorageError(
    'damaged',
    'The data on this tablet is damaged: it is no longer what was written.',
    `Start again from the newest of what is left, and keep the damaged files for whoever looks after the tablets. ${found}`.trimEnd(),
    cause,
  )

/** `SHM`: there is no room for the file that SQLite has beside the data while it is open; the data itself is as it was. */
const NO_ROOM = new Set(['ENOSPC', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMOPEN', 'SQLITE_IOERR_SHMSIZE'])

/** What SQLite or the file system said, as a refusal; null where it is some other error, which is a bug. */
export function storageErrorOf(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_FULL') || NO_ROOM.has(code)) {
    return new StorageError(
      'full',
      'This tablet’s disk is full, so the last step was not saved.',
      'Free some space or plug in a stick and export; everything saved before is safe.',
      error,
    )
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS'
  ) {
    return new StorageError(
      'read-only',
      'This tablet is not allowed to write in its data folder.',
      'Give this user permission to write there, or choose another folder with --data.',
      error,
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) {
    return new StorageError(
      'damaged',
      'The data on this tablet is damaged and has been left untouched.',
      'Start again from the newest of what is left, and keep the damaged files for whoever looks after the tablets.',
      error,
    )
  }
  // Only this app writes what its statements read as JSON.
  if (code === 'SQLITE_ERROR' && error instanceof Error && error.message === 'malformed JSON')
    return notAsWritten(error)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return inUse(error)
  }
  return null
}
