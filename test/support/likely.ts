/** What somebody who knows a hall might try against the hashes that stay of who was forgotten. */
import { sha256 } from '../../electron/station/kernel/journal/hash.ts'

/** Names made of these first and last ones and of many more, a hundred thousand of them, after all that was `said` of people. */
export function* likelyValues(said: Iterable<string>, first: readonly string[], last: readonly string[]) {
  yield* said
  const [firsts, lasts] = [first, last].map((names) => [
    ...names,
    ...Array.from({ length: 316 - names.length }, (_none, n) => `${names[n % names.length]}${n}`),
  ])
  for (const one of firsts ?? []) for (const other of lasts ?? []) yield `${one} ${other}`
}

/** Each as it would be told by a hash without a salt: of the text, of its JSON, and as the journal makes the hashes of leaf and field. */
function hashesOf(value: string): string[] {
  const leaf = sha256(JSON.stringify(['', value]))
  const fields = ['name', 'email', 'changes.email', 'wording'].map((path) =>
    sha256(JSON.stringify([path, 'identity', null, leaf])),
  )
  return [sha256(value), sha256(JSON.stringify(value)), leaf, ...fields]
}

/** Those of the values that somebody would find by a hash that stands in one of the texts. */
export function guessed(places: readonly { text: string }[], values: Iterable<string>): string[] {
  const held = new Set(places.flatMap(({ text }) => text.match(/[0-9a-f]{64}/g) ?? []))
  return [...values].filter((value) => hashesOf(value).some((hash) => held.has(hash)))
}
