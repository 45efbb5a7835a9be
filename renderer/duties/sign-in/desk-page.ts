/** What every page behind the desk is given. */
import type { StationState } from '../../../shared/contract/station.ts'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { DoorSettings } from '../../../shared/domain/door.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Desk } from './use-desk.ts'

export type DeskPage = {
  state: StationState
  door: DoorSettings
  pack: EventPack
  now: Date
  desk: Desk
  /** Opens the details of somebody. */
  onOpen: (delegate: DelegateView) => void
  /** Back to the door. */
  onLeave: () => void
}
