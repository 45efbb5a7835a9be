/** Shares the letters of the sheet out between desks, so that each has about as many people. */
import { NAME_LETTERS } from '../../../../shared/domain/name-order.ts'

export type Count = { letter: string; people: number }
/** Letters from `from` to `to`, both included. `#` is what stands under no letter, and comes last. */
export type Desk = { from: string; to: string; people: number }

/** At most `desks` runs of letters that together have everyone; fewer where there are fewer letters with people. */
export function shareOut(counts: readonly Count[], desks: number): Desk[] {
  const people = NAME_LETTERS.map((letter) => counts.find((count) => count.letter === letter)?.people ?? 0)
  const total = people.reduce((sum, count) => sum + count, 0)
  const cuts: number[] = []
  let before = 0
  for (const [index, count] of people.entries()) {
    const wanted = (total * (cuts.length + 1)) / desks
    // Cuts before this letter where that is nearer to an even share than cutting after it, and leaves nobody without people.
    if (
      cuts.length < desks - 1 &&
      count > 0 &&
      before > (cuts.at(-1) === undefined ? 0 : sumTo(people, cuts.at(-1) ?? 0))
    ) {
      if (before + count / 2 >= wanted) cuts.push(index)
    }
    before += count
  }
  return [0, ...cuts].map((first, desk) => {
    const end = cuts[desk] ?? NAME_LETTERS.length
    return {
      from: NAME_LETTERS[first] ?? 'A',
      to: NAME_LETTERS[end - 1] ?? '#',
      people: people.slice(first, end).reduce((sum, count) => sum + count, 0),
    }
  })
}

/** Whether a letter is this desk's. */
export const isOf = (letter: string, { from, to }: Pick<Desk, 'from' | 'to'>): boolean => {
  const place = NAME_LETTERS.indexOf(letter)
  return place >= NAME_LETTERS.indexOf(from) && place <= NAME_LETTERS.indexOf(to)
}

const sumTo = (numbers: readonly number[], end: number): number =>
  numbers.slice(0, end).reduce((sum, number) => sum + number, 0)

/** `A–K`, `S`, `L–Z`; the last desk has the names of other alphabets too. */
export function deskName({ from, to }: Pick<Desk, 'from' | 'to'>): string {
  const end = to === '#' ? 'Z' : to
  if (from === '#') return 'Other letters'
  return from === end ? from : `${from}–${end}`
}
