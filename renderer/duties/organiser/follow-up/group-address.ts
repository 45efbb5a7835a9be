/** The address of a group of like offers. Pure. */

/** Where no sector is known: no id of a sector is this. */
const NONE = '-'

export const groupAddress = ({ type, sector }: { type: string; sector: string }): string =>
  `/organiser/follow-up/like/${type}/${sector === '' ? NONE : sector}`

export const sectorIn = (part: string): string => (part === NONE ? '' : part)
