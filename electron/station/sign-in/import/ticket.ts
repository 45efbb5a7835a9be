/** Says why nobody is expected on a ticket, and what to do where somebody is. */
const AWAY = {
  cancelled:
    'This ticket was cancelled. Nothing to do, unless the person is coming after all: then change this cell, or add them as a walk-in.',
  'not-coming':
    'The person is not coming on this ticket. Nothing to do, unless they are coming after all: then change this cell, or add them as a walk-in.',
  waiting: 'This person is on the waiting list and has no place yet. Change this cell if they now have one.',
} as const

export const awayReason = (away: keyof typeof AWAY): string => AWAY[away]

/** Of people who are expected though what stands there is not a plain yes. */
export const STILL_EXPECTED = {
  unsure:
    'This does not say for certain that they are coming; they are expected. If they are not, change this cell to “Not coming”, or leave the row out.',
  unknown:
    'Pledge Kiosk does not know what this says about coming, so the person is expected. If they are not coming, change this cell to “Not coming”, or leave the row out.',
} as const
