/** The calls about the action plan. */
import { wholeFile } from '../../files/export/index.ts'
import { createGuard } from '../kernel/guard.ts'
import type { Plan } from './plan.ts'

const { ready } = createGuard<{ plan: Plan }>()

export const planCalls = {
  overview: ready.plan.overview.handler(({ context }) => context.station.plan.overview()),
  organisations: ready.plan.organisations.handler(({ input, context }) => context.station.plan.organisations(input.of)),
  history: ready.plan.history.handler(({ input, context }) => context.station.plan.history(input.subject)),
  undated: ready.plan.undated.handler(({ context }) => context.station.plan.undated()),
  export: ready.plan.export.handler(async ({ input, context, signal }) => {
    const { counts, ...file } = context.station.plan.export(input.kind, input.offered)
    return { file: await wholeFile(file, signal), ...counts }
  }),
}
