/** A trie: words by their letters, so that they are found by a prefix and with one edit forgiven. Letters are UTF-16 code units. */

type Node = { word: string | null; children: Map<string, Node> }
const createNode = (): Node => ({ word: null, children: new Map() })

/** A trie without words. */
export function createTrie() {
  const root = createNode()

  /** The node that a word's letters from `start` on lead to. */
  function follow(from: Node | undefined, word: string, start = 0): Node | undefined {
    let node = from
    for (let next = start; node !== undefined && next < word.length; next++) node = node.children.get(word.charAt(next))
    return node
  }

  /** The words of a node and of all below it; a word may be too long to go down by recursion. */
  function wordsBelow(node: Node, words: string[]): string[] {
    const open = [node]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.word !== null) words.push(next.word)
      for (const child of next.children.values()) open.push(child)
    }
    return words
  }

  return {
    /** Adds a word; nothing happens where it is there. */
    add(word: string): void {
      let node = root
      for (const letter of word.split('')) {
        const child = node.children.get(letter) ?? createNode()
        node.children.set(letter, child)
        node = child
      }
      node.word = word
    },
    /** Takes a word out, and the nodes that only led to it; nothing happens where it is not there. */
    remove(word: string): void {
      const path = [root]
      for (const letter of word.split('')) {
        const child = path.at(-1)?.children.get(letter)
        if (child === undefined) return
        path.push(child)
      }
      const end = path.at(-1)
      if (end !== undefined) end.word = null
      for (let depth = word.length; depth > 0; depth--) {
        const node = path[depth]
        if (node === undefined || node.word !== null || node.children.size > 0) return
        path[depth - 1]?.children.delete(word.charAt(depth - 1))
      }
    },
    /** Whether any word starts so. */
    hasPrefix: (prefix: string): boolean => {
      const node = follow(root, prefix)
      return node !== undefined && (node.word !== null || node.children.size > 0)
    },
    /** All words that start so, in no order. */
    withPrefix(prefix: string): string[] {
      const node = follow(root, prefix)
      return node === undefined ? [] : wordsBelow(node, [])
    },
    /**
     * Words one edit away from `typed`: a letter too many, too few, another, or two that changed places (Damerau, “A technique for
     * computer detection and correction of spelling errors”, 1964). `whole` are such words themselves; `started`, empty
     * unless `prefixes`, those that only start so: there the edit is not at the end of a short `typed`, which would be any
     * word at all. Both may hold a word twice, and words that `typed` is or starts.
     */
    withinOneEdit(typed: string, prefixes: boolean): { whole: string[]; started: string[] } {
      const { length } = typed
      const whole: string[] = []
      const started: string[] = []
      let node: Node | undefined = root
      for (let index = 0; node !== undefined && index <= length; index++) {
        const isStartEnough = prefixes && index < length && (index < length - 1 || length > 5)
        const rest = (from: Node | undefined, next: number): void => {
          const end = follow(from, typed, next)
          if (end === undefined) return
          if (end.word !== null) whole.push(end.word)
          if (isStartEnough) for (const child of end.children.values()) wordsBelow(child, started)
        }
        const letter = typed.charAt(index)
        for (const [other, child] of node.children) {
          rest(child, index)
          if (other !== letter && index < length) rest(child, index + 1)
        }
        if (index < length) rest(node, index + 1)
        if (index + 1 < length) rest(node.children.get(typed.charAt(index + 1))?.children.get(letter), index + 2)
        node = node.children.get(letter)
      }
      return { whole, started }
    },
  }
}
