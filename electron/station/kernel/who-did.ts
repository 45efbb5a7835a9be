/** Who did what, as a history says it. */
import type { Actor } from '../../../shared/domain/fact.ts'

export const WHO_DID: Record<Actor['role'], string> = {
  delegate: 'the person themselves',
  facilitator: 'a facilitator',
  steward: 'a steward',
  organiser: 'the organiser',
  station: 'this tablet',
}
