/** Makes a secret that a person chose slow to guess: scrypt, as OWASP's Password Storage Cheat Sheet (2023) asks for. */
import { scrypt } from 'node:crypto'

/** scrypt's N; r is 8 and p is 1: 128 MiB and about 0.3 s a try. */
export const STRETCH_COST = 2 ** 17

/** 32 bytes. The same words typed on another keyboard may be other code points, so they are put into one form first. */
export const stretch = (secret: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 1, maxmem: 256 * 8 * cost }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
