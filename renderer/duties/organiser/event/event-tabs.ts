/** The pages about where and what this tablet is. */

export const EVENT_TABS = [
  { to: '/organiser/event', label: 'Event' },
  { to: '/organiser/event/edit', label: 'Change it' },
  { to: '/organiser/event/tablet', label: 'Tablet' },
]
