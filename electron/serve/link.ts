/** The secret in the printed link: who has not got it cannot call the station. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SECRET = /^[A-Za-z0-9_-]{32}$/

/** Kept beside the data, for its owner alone, so that an open page goes on working when the station starts again. */
export function linkSecret(folder: string): string {
  const path = join(folder, 'link.key')
  if (existsSync(path)) {
    const kept = readFileSync(path, 'utf8').trim()
    if (SECRET.test(kept)) return kept
  }
  const secret = randomBytes(24).toString('base64url')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  return secret
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** True for `Bearer <secret>`, compared in constant time. */
export const holdsSecret = (authorization: string | undefined, secret: string): boolean =>
  timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${secret}`))
