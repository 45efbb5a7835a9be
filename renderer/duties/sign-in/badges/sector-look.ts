/** How a sector looks on a badge: a colour and a shape of its own beside its name, so that none of them has to be told by colour. Pure. */
import type { EventPack } from '../../../../shared/domain/event-pack.ts'

/**
 * Ten colours, dark enough for a white shape on them (4.5:1 or more) and spread over light and dark, so that neighbours
 * in the list also differ in grey. Paper has no themes: these are inks, not tokens of the screen.
 */
const INKS = [
  '#0e5a4a',
  '#b3461a',
  '#1d4f91',
  '#8a5a0b',
  '#6a3d9a',
  '#0b7285',
  '#a61e4d',
  '#4c6a12',
  '#7a3b2e',
  '#3f4a56',
] as const

/** Ten shapes inside a square of 10 by 10, filled; told apart also as a blot from a label printer. */
const SHAPES: readonly string[] = [
  'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z', // circle
  'M1.4 1.4h7.2v7.2h-7.2z', // square
  'M5 1l4.2 7.6h-8.4z', // triangle
  'M5 .6l4.4 4.4l-4.4 4.4l-4.4-4.4z', // diamond
  'M5 .6l1.3 3h3.2l-2.5 2.1l.9 3.3l-2.9-1.9l-2.9 1.9l.9-3.3l-2.5-2.1h3.2z', // star
  'M3.6 1h2.8v2.6h2.6v2.8h-2.6v2.6h-2.8v-2.6h-2.6v-2.8h2.6z', // cross
  'M2.8 1.2h4.4l2.2 3.8l-2.2 3.8h-4.4l-2.2-3.8z', // hexagon
  'M1.2 1.6h7.6v2.4h-7.6zM1.2 6h7.6v2.4h-7.6z', // two bars
  'M5 9.2l-4.2-7.6h8.4z', // triangle on its head
  'M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM5 3.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z', // ring
]

type SectorLook = { name: string; ink: string; shape: string }

/** For whoever's sector is not known: no shape, and the plain word for everybody here. */
const NO_SECTOR: SectorLook = { name: 'Delegate', ink: '#3f4a56', shape: '' }

/**
 * By the sector's place in the event pack, so that a sector looks the same on every badge and every tablet. The first ten
 * differ in colour and in shape; of all thirty that a pack may have, no two have both in common.
 */
export function lookOf(pack: Pick<EventPack, 'sectors'>, sector: string): SectorLook {
  const index = pack.sectors.findIndex(({ id }) => id === sector)
  const found = pack.sectors[index]
  if (found === undefined) return NO_SECTOR
  const round = Math.floor(index / INKS.length)
  return {
    name: found.name,
    ink: INKS[index % INKS.length] ?? NO_SECTOR.ink,
    shape: SHAPES[(index + round) % SHAPES.length] ?? '',
  }
}
