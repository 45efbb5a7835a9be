/** The organiser's word that nobody else will come: from then on those who did not are no-shows. */
import { z } from 'zod'
import { factType } from '../../kernel/journal/index.ts'

/** About the event. `closed` false takes it back: somebody may still come. */
export const attendanceClosed = factType('attendance.closed', 1, z.object({ closed: z.boolean() }))
