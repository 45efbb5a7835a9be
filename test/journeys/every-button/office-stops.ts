/** Stops of the tour on the organiser’s pages. */
import type { Station } from '../../../electron/station/app/station.ts'
import type { Stop } from './sweep.ts'

/** `fill`: what the day has brought by then. */
export function officeStops(fill: (station: Station) => void) {
  const office: Pick<Stop, 'duty' | 'as' | 'before'> = { duty: 'organiser', as: 'organiser', before: fill }
  const page = (when: string, path: string, says: string | RegExp, go?: Stop['go']): Stop => ({
    of: 'duties/organiser/shell.tsx',
    when,
    ...office,
    path,
    says,
    ...(go === undefined ? {} : { go }),
  })
  return { office, page }
}
