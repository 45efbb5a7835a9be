/** Which days are the event’s: a time that people are shown and that lies on none of them is an uncertain one. */
import type { EventPack } from './event-pack.ts'

const DAY = 24 * 60 * 60 * 1000

/** Every event is in Britain: a day there begins at most an hour before it does in UTC. */
const EARLY = 60 * 60 * 1000

/** `instant` is an ISO instant. */
export function isOnItsDays(instant: string, { dates }: Pick<EventPack, 'dates'>): boolean {
  const time = Date.parse(instant)
  return (
    time >= Date.parse(`${dates.from}T00:00:00.000Z`) - EARLY && time < Date.parse(`${dates.to}T00:00:00.000Z`) + DAY
  )
}
