/** The calls about the action plan. */
import { wholeFile } from '../../files/export/index.ts'
import { createGuard } from '../kernel/guard.ts'
import type { Plan } from './plan.ts'

const { ready } = createGuard<{ plan: Plan }>()

export const planCalls = {
  overview: ready.plan.overview.handler(({ context }) => context.station.plan.overview()),
  today: ready.plan.today.handler(({ context }) => context.station.plan.today()),
  organisations: ready.plan.organisations.handler(({ input, context }) => context.station.plan.organisations(input.of)),
  history: ready.plan.history.handler(({ input, context }) => context.station.plan.history(input.subject)),
  undated: ready.plan.undated.handler(({ context }) => context.station.plan.undated()),
  export: ready.plan.export.handler(async ({ input, context, signal }) => {
    const { counts, ...file } = context.station.plan.export(input.kind, input.offered)
    const whole = await wholeFile(file, signal)
    context.station.plan.left('planExported')
    return { file: whole, ...counts }
  }),
}
