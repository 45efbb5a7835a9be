/** `2023-12-12`: the day that a moment lies on by the calendar of the machine that asks, as event packs write days. */
export function dayHere(when: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`
}
