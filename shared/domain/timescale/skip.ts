/** Steps over what says nothing of when. */
import type { Token } from './token.ts'

export function skipFillers(tokens: readonly Token[], start: number): number {
  let at = start
  while (tokens[at]?.kind === 'filler') at++
  return at
}
