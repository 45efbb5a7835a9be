/** What is said of where a file can go, and of where it is. Pure. */
import type { StickView } from '../../../shared/contract/sticks.ts'

/** Where a file went: `asked` where the system asks, and nobody tells the page what was answered. */
export type Place = { kind: 'downloads' | 'asked'; name: string } | { kind: 'stick'; name: string; stick: string }

const UNITS = ['kB', 'MB', 'GB', 'TB']

/** “14 GB”, in the thousands that are printed on sticks, never more than there is. */
function roomWords(bytes: number): string {
  let amount = bytes / 1000
  let index = 0
  for (; amount >= 1000 && index < UNITS.length - 1; index += 1) amount /= 1000
  const rounded = amount >= 10 ? Math.floor(amount) : Math.floor(amount * 10) / 10
  return `${rounded} ${UNITS[index] ?? ''}`
}

/** “14 GB free of 16 GB”, or that a file of so many bytes does not fit. */
export function freeWords({ free, size }: Pick<StickView, 'free' | 'size'>, needed: number): string {
  if (free < needed)
    return free < 1000 ? 'It is full' : `Too full for this file: ${roomWords(free)} free of ${roomWords(size)}`
  return `${roomWords(free)} free of ${roomWords(size)}`
}

const LANDED = { downloads: 'is in your downloads', asked: 'goes where you choose' }

/** The sentence afterwards: where the file is, and `holds`, what is in it. */
export function placeWords(place: Place, holds = ''): string {
  const where = place.kind === 'stick' ? `is on ${place.stick}` : LANDED[place.kind]
  const said = `“${place.name}” ${where}${holds === '' ? '' : `: ${holds}`}.`
  return place.kind === 'stick' ? `${said} It is written whole: the stick can be taken out.` : said
}

/** What is read out while sticks come and go. */
export function sticksWords(sticks: readonly Pick<StickView, 'name'>[]): string {
  const names = sticks.map(({ name }) => name)
  return names.length === 0
    ? 'No stick is plugged in now.'
    : `${names.length === 1 ? 'One stick is' : `${names.length} sticks are`} plugged in: ${names.join(', ')}.`
}
