/** Why a file cannot be written. */

/** The message that goes with it is a sentence for the person who asked for the file. */
export type ExportErrorCode =
  | 'too-large'
  | 'disk-full'
  | 'folder-missing'
  | 'not-writable'
  | 'file-in-use'
  | 'is-a-folder'
  | 'device-failed'

/** Stops a writer part-way; {@link file://./write-file.ts} turns it into an answer and leaves no file behind. */
export class ExportError extends Error {
  readonly code: ExportErrorCode
  constructor(code: ExportErrorCode, message: string) {
    super(message)
    this.name = 'ExportError'
    this.code = code
  }
}
