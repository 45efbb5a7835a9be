/** The code of an invitation, as it is read aloud: 65 bits as thirteen characters, `XXXX-XXXX-XXXXX`. Pure. */
import { CROCKFORD, readCrockford } from './crockford.ts'

const CHARACTERS = 13

/** Of chance bytes, thirteen at least: five bits of each. */
export const invitationCode = (bytes: Uint8Array): string => {
  if (bytes.length < CHARACTERS) throw new Error(`A code takes ${CHARACTERS} bytes of chance`)
  return grouped([...bytes.subarray(0, CHARACTERS)].map((byte) => CROCKFORD.charAt(byte % 32)).join(''))
}

const grouped = (all: string): string => `${all.slice(0, 4)}-${all.slice(4, 8)}-${all.slice(8)}`

/** What somebody typed, as it is shown; null where it can be no code. */
export function readInvitationCode(typed: string): string | null {
  const characters = readCrockford(typed).replaceAll(/[^0-9A-Z]/g, '')
  const isCode = characters.length === CHARACTERS && [...characters].every((one) => CROCKFORD.includes(one))
  return isCode ? grouped(characters) : null
}
