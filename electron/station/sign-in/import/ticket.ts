/** Says why nobody is expected on a ticket, and what to do where somebody is, or where somebody comes instead. */
const AWAY = {
  cancelled: 'This ticket was cancelled.',
  'not-coming': 'The person is not coming on this ticket.',
  waiting: 'This person is on the waiting list and has no place yet. Change this cell if they now have one.',
} as const
const AFTER_ALL =
  'Nothing to do, unless the person is coming after all: then change this cell, or add them as a walk-in.'
const OTHERWISE = 'If the person is coming after all, change this cell.'

/** What to do about whoever comes instead. `name`: empty where nobody is named. */
export const insteadReason = (name: string): string =>
  name === ''
    ? 'Somebody else may come instead: find out who, and add them to the list, or as a walk-in on the day.'
    : `${name} ${/ (?:and|&) /.test(name) ? 'are' : 'is'} to come instead: add them to the list, or as a walk-in on the day.`

/** `instead`: the name of whoever comes instead, empty where nobody is named, null where nobody does. */
export const awayReason = (away: keyof typeof AWAY, instead: string | null = null): string => {
  if (instead !== null) return `${AWAY[away]} ${insteadReason(instead)} ${OTHERWISE}`
  return away === 'waiting' ? AWAY.waiting : `${AWAY[away]} ${AFTER_ALL}`
}

/** Of somebody below a heading that says they do not come. `column`: the one that asks it, empty where none does. */
export function sectionReason(
  { words, row, meaning }: { words: string; row: number; meaning: keyof typeof AWAY },
  column: string,
  instead: string | null,
): string {
  const said = meaning === 'waiting' ? 'has no place yet' : 'is not expected'
  const more = instead === null ? '' : ` ${insteadReason(instead)}`
  const way = column === '' ? 'move their row out of the section' : `write “Attending” under “${column}”`
  return `This person stands under “${words}” in row ${row} and ${said}.${more} If they are coming after all, ${way}, or add them as a walk-in.`
}

/** Of people who are expected though what stands there is not a plain yes. */
export const STILL_EXPECTED = {
  unsure:
    'This does not say for certain that they are coming; they are expected. If they are not, change this cell to “Not coming”, or leave the row out.',
  unknown:
    'Pledge Kiosk does not know what this says about coming, so the person is expected. If they are not coming, change this cell to “Not coming”, or leave the row out.',
  contradicted:
    'This says that they are not coming, and another column that they are; they are expected. If they are not, leave the row out.',
  elsewhere:
    'This says that they join from elsewhere, such as online; they are expected all the same. If they do not come to the hall, leave the row out.',
  part: 'This says that they come for a part of it only; they are expected. If that is not when it takes place, leave the row out.',
} as const
