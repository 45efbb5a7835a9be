/** The calls about attendance in numbers. */
import { ready } from '../../guard.ts'

export const attendanceCalls = {
  numbers: ready.attendance.numbers.handler(({ context }) => context.station.attendance.numbers()),
  close: ready.attendance.close.handler(({ input, context }) => {
    context.station.attendance.close(context.actor, input.closed)
    return {}
  }),
  export: ready.attendance.export.handler(({ input, context }) => {
    const { name, media, chunks, ...counts } = context.station.attendance.export(input.kind, input.emails)
    return { file: new File([...chunks] as BlobPart[], name, { type: media }), ...counts }
  }),
}
