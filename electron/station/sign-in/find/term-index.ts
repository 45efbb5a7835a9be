/** An inverted index: from each word to those who have it, found by a prefix of the word or by one that is nearly it. */
import { isWithinTwoEdits } from './edit-distance.ts'
import { createPostings } from './postings.ts'
import { createTrie } from './trie.ts'

// A word this long has one first letter, and what is two edits away from it is still no other name.
const LONG = 8

/** A word with every doubled letter once: who hears a name seldom hears which of its letters are doubled. */
const undoubled = (word: string): string => word.replace(/(.)\1+/gu, '$1')

/** An index without words. Words are folded; they are compared by UTF-16 code unit. */
export function createTermIndex<Owner>() {
  const postings = createPostings<Owner>()
  const trie = createTrie()
  /** The words with the same first letter that `isLike` takes, out of all there are. */
  function wordsLike(typed: string, isLike: (word: string) => boolean): string[] {
    const found: string[] = []
    for (const word of postings.keys()) if (word.charCodeAt(0) === typed.charCodeAt(0) && isLike(word)) found.push(word)
    return found
  }
  return {
    /** Adds somebody under a word; under one that a name has twice, twice. */
    add(word: string, owner: Owner): void {
      if (postings.add(word, owner)) trie.add(word)
    },
    /** Takes somebody out from under a word, once. A word that nobody has is forgotten. */
    remove(word: string, owner: Owner): void {
      if (postings.remove(word, owner)) trie.remove(word)
    },
    /** Those who have just this word; nobody where it is not known. */
    ownersOf: postings.of,
    /** Whether somebody has just this word. */
    has: postings.has,
    hasPrefix: trie.hasPrefix,
    withPrefix: trie.withPrefix,
    withinOneEdit: trie.withinOneEdit,
    /** Words that only double other letters than `typed`: Lewelyn and Llewellyn. */
    doubledAs(typed: string): string[] {
      const wanted = undoubled(typed)
      return wordsLike(typed, (word) => undoubled(word) === wanted)
    },
    /** Words up to two edits from a long one that begin with the same letter; none for a shorter one. */
    withinTwoEdits: (typed: string): string[] =>
      typed.length < LONG
        ? []
        : wordsLike(typed, (word) => Math.abs(word.length - typed.length) <= 2 && isWithinTwoEdits(typed, word)),
  }
}
