/** Hands a pledge to the station: makes it, or changes the one it stands for. */
import type { KioskClient } from '../../../shared/contract/index.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import type { Flow } from './flow/flow.ts'
import { changesBetween, pledgeOf } from './questions/all.ts'
import { afterChange, type Made } from './made.ts'

/** `once` is the id for a new pledge, the same for every try. Answers null where the pledge is not whole; rejects with the station's refusal. */
export async function sendPledge(
  client: KioskClient,
  flow: Flow,
  pack: EventPack,
  idempotencyKey: string,
): Promise<Made | null> {
  const pledge = pledgeOf(flow.answers, pack)
  if (pledge === null) return null
  const { amending } = flow
  if (amending === null) {
    const { id, leaf, reference, qr, due, dueDerived } = await client.pledges.make({ ...pledge, id: idempotencyKey })
    return { id, leaf, reference, qr, due, dueDerived, withdrawn: false, flow }
  }
  const before = pledgeOf(amending.before, pack)
  const changes = before === null ? pledge : changesBetween(before, pledge)
  const { id } = amending
  const unchanged = Object.keys(changes).length === 0
  const view = unchanged
    ? await client.pledges.read({ id })
    : await client.pledges.amend({ id, ...changes, reason: '' })
  return afterChange(amending, view, { ...flow, amending: null })
}
