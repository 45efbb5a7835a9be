/** What every page of the door without a steward is given. */
import type { StationState } from '../../../../shared/contract/station.ts'
import type { DoorSettings } from '../../../../shared/domain/door.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { VisitDesk } from './use-visit.ts'

export type SelfPage = {
  desk: VisitDesk
  state: StationState
  door: DoorSettings
  pack: EventPack
  /** Opens the privacy notice. */
  onRead: () => void
  /** Says something to those who listen instead of look. */
  onSpeak: (words: string) => void
}
