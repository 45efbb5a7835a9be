/** The calls for what someone is typing. Which role a draft needs is known from its form, and so only here. */
import { draftFormOf } from '../../../shared/domain/draft.ts'
import { createGuard, needRole, type Refuse } from '../kernel/guard.ts'
import type { DraftDrawer } from './drafts.ts'

type Station = { drafts: DraftDrawer }

const { ready } = createGuard<Station, { name: string }>()

type Asking = Parameters<typeof needRole>[0]

/** Refuses whoever may not use the form that this draft belongs to. */
const needForm = (context: Asking, scope: string, errors: Refuse): void =>
  void needRole(context, draftFormOf(scope)?.who ?? 'steward', errors)

/** The same for one in the list; there may be none any more, which is no secret. */
const needLeft = (context: Asking & { station: Station }, id: number, errors: Refuse): void => {
  const scope = context.station.drafts.scopeOf(id)
  if (scope !== null) needForm(context, scope, errors)
}

export const draftCalls = {
  save: ready.drafts.save.handler(({ input: { scope, body }, context, errors }) => {
    needForm(context, scope, errors)
    return context.station.drafts.save(scope, body, context.session.name)
  }),
  open: ready.drafts.open.handler(({ input: { scope }, context, errors }) => {
    needForm(context, scope, errors)
    return context.station.drafts.open(scope, context.session.name)
  }),
  clear: ready.drafts.clear.handler(({ input: { scope }, context, errors }) => {
    needForm(context, scope, errors)
    context.station.drafts.clear(scope, context.session.name)
    return {}
  }),
  park: ready.drafts.park.handler(({ input: { scope }, context, errors }) => {
    needForm(context, scope, errors)
    context.station.drafts.park(scope, context.session.name)
    return {}
  }),
  parked: ready.drafts.parked.handler(({ context: { station, session } }) =>
    station.drafts.parked(session.role(station.baseRole())),
  ),
  resume: ready.drafts.resume.handler(({ input, context, errors }) => {
    needLeft(context, input.id, errors)
    const resumed = context.station.drafts.resume(input.id, context.session.name)
    if (resumed === null) throw errors.NOT_FOUND()
    return resumed
  }),
  discard: ready.drafts.discard.handler(({ input, context, errors }) => {
    needLeft(context, input.id, errors)
    context.station.drafts.discard(input.id)
    return {}
  }),
}
