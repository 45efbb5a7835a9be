/**
 * Feasts that follow the moon, from 2025 to 2035; outside of these years nobody should guess. The Eids are those of the calendar of Umm
 * al-Qura, from which a sighting of the moon may differ by a day; Diwali is the evening of the new moon as most of Britain keeps it.
 */
import { type Day, fromIso } from './civil-day.ts'

const tableOf =
  (days: string) =>
  (year: number): Day[] =>
    days
      .split(' ')
      .filter((day) => day.startsWith(`${year}-`))
      .map(fromIso)

const DIWALI =
  '2025-10-20 2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26 2031-11-14 2032-11-02 2033-10-22 2034-11-10 2035-10-30'
const CHINESE_NEW_YEAR =
  '2025-01-29 2026-02-17 2027-02-07 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08'
/** There are two in 2033. */
const EID_AL_FITR =
  '2025-03-30 2026-03-20 2027-03-09 2028-02-26 2029-02-14 2030-02-04 2031-01-24 2032-01-14 2033-01-03 2033-12-23 2034-12-12 2035-12-01'
const EID_AL_ADHA =
  '2025-06-06 2026-05-27 2027-05-16 2028-05-05 2029-04-24 2030-04-13 2031-04-02 2032-03-22 2033-03-12 2034-03-01 2035-02-19'

/** All days of a feast in a year, by what it is called; none where the table ends. */
export const MOVING: Readonly<Record<string, (year: number) => Day[]>> = {
  'diwali|deepavali|divali': tableOf(DIWALI),
  'chinese new year|lunar new year': tableOf(CHINESE_NEW_YEAR),
  'eid al fitr|eid ul fitr': tableOf(EID_AL_FITR),
  'eid al adha|eid ul adha': tableOf(EID_AL_ADHA),
}
