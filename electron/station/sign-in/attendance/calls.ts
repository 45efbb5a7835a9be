/** The calls about attendance in numbers. */
import { wholeFile } from '../../../files/export/index.ts'
import { createGuard } from '../../kernel/guard.ts'
import type { Attendance } from './attendance.ts'

const { ready } = createGuard<{ attendance: Attendance }>()

export const attendanceCalls = {
  numbers: ready.attendance.numbers.handler(({ context }) => context.station.attendance.numbers()),
  close: ready.attendance.close.handler(({ input, context }) => {
    context.station.attendance.close(context.actor, input.closed)
    return {}
  }),
  export: ready.attendance.export.handler(async ({ input, context, signal }) => {
    const { name, media, chunks, ...counts } = context.station.attendance.export(input.kind, input.emails)
    return { file: await wholeFile({ name, media, chunks }, signal), ...counts }
  }),
}
