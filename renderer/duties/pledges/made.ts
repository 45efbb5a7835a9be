/** What a person made in this visit. */
import type { PledgeView } from '../../../shared/domain/pledge.ts'
import type { Flow } from './flow/flow.ts'

/** A pledge, with the answers it was made from so that it can be changed. `leaf` is what its leaf is called; `due` is an ISO day. */
export type Made = {
  id: string
  leaf: string
  reference: string
  qr: string
  due: string | null
  dueDerived: boolean
  withdrawn: boolean
  flow: Flow
}

/** The pledge as the station has it after a change. */
export const afterChange = (
  made: Pick<Made, 'id' | 'leaf' | 'reference' | 'qr'>,
  view: PledgeView,
  flow: Flow,
): Made => ({
  id: made.id,
  leaf: made.leaf,
  reference: made.reference,
  qr: made.qr,
  due: view.due,
  dueDerived: view.dueDerived,
  withdrawn: view.status === 'withdrawn',
  flow,
})
