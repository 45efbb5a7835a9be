/** How many edits lie between two words: one, or two in a long word. Pure. */

/** Whether two different words are one edit apart: a letter too many, another letter, or two that changed places. */
export function isOneEdit(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let front = 0
  while (front < short.length && short[front] === long[front]) front++
  let back = 0
  while (back < short.length - front && short[short.length - 1 - back] === long[long.length - 1 - back]) back++
  const [left, leftLong] = [short.length - front - back, long.length - front - back]
  if (leftLong <= 1) return true
  return left === 2 && leftLong === 2 && short[front] === long[front + 1] && short[front + 1] === long[front]
}

/**
 * Whether two words are at most two edits apart, each a letter too many, too few, another, or two that changed places
 * (optimal string alignment, a row of Damerau's table at a time).
 */
export function isWithinTwoEdits(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > 2) return false
    before = last
    last = row
  }
  return (last[other.length] ?? 3) <= 2
}
