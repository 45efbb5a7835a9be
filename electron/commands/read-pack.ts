/** Reads a pack’s file that was named in the terminal. */
import { type PackText, readPackText } from '../../shared/domain/pack-text.ts'

export const packTextOf = (bytes: Uint8Array): PackText =>
  readPackText(bytes, (all, encoding) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(all)
    } catch {
      return null
    }
  })
