/** The calls about the action plan. */
import { ready } from '../guard.ts'

export const planCalls = {
  overview: ready.plan.overview.handler(({ context }) => context.station.plan.overview()),
  history: ready.plan.history.handler(({ input, context }) => context.station.plan.history(input.subject)),
  export: ready.plan.export.handler(({ input, context }) => {
    const { name, media, chunks, counts } = context.station.plan.export(input.kind)
    return { file: new File([...chunks] as BlobPart[], name, { type: media }), ...counts }
  }),
}
