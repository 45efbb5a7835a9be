/** Versions of the app, and which of two is the newer: Semantic Versioning 2.0.0, section 11, as far as we use it. */

const RELEASED = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/

/** Only such a version is ever released: three numbers, and nothing after them. */
export const isReleased = (version: string): boolean => RELEASED.test(version)

/** Below 0 where `version`, a released one, is older than the one that runs, 0 for the same, above 0 where it is newer. */
export function compareWithRunning(version: string, running: string): number {
  const [plain = ''] = running.split('+')
  const [numbers = '', ...trial] = plain.split('-')
  const [a, b] = [numbersOf(version), numbersOf(numbers)]
  for (const [index, one] of a.entries()) if (one !== b[index]) return one - (b[index] ?? 0)
  // A version for trying out, 0.2.0-beta.1, is older than the one it becomes.
  return trial.length > 0 ? 1 : 0
}

/** Throws for what is no version: it must not pass for an old one. */
function numbersOf(version: string): readonly number[] {
  const parts = RELEASED.exec(version)
  if (parts === null) throw new Error('This is not a version of the app')
  return parts.slice(1).map(Number)
}
