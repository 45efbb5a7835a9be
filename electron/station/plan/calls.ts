/** The calls about the action plan. */
import { wholeFile } from '../export/index.ts'
import { ready } from '../guard.ts'

export const planCalls = {
  overview: ready.plan.overview.handler(({ context }) => context.station.plan.overview()),
  history: ready.plan.history.handler(({ input, context }) => context.station.plan.history(input.subject)),
  export: ready.plan.export.handler(async ({ input, context, signal }) => {
    const { counts, ...file } = context.station.plan.export(input.kind)
    return { file: await wholeFile(file, signal), ...counts }
  }),
}
