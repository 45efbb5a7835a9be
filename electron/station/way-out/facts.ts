/** The fact that somebody answered the question at the way out. It holds the answer, and nothing of who gave it. */
import { z } from 'zod'
import { said } from '../../../shared/domain/text.ts'
import { record, type RowOf, text } from '../../../shared/domain/record.ts'
import { factType, on, ours, type Part, recordKind } from '../kernel/journal/index.ts'

const body = z.object({ answer: said })
/** About nothing but itself: its subject is an id by chance. */
export const answerGiven = factType('answer.given', 1, body, ours('answer'))

const fields = { answer: text() }
type AnswerRow = RowOf<typeof fields>

export const wayOutPart: Part = {
  facts: [answerGiven],
  records: [
    recordKind({
      table: 'wayOutAnswer',
      fold: 1,
      record: record(fields),
      changes: 'answers',
      steps: [
        on<AnswerRow, z.infer<typeof body>>(answerGiven, (_row, { answer }, fact) => ({ id: fact.subject, answer })),
      ],
    }),
  ],
}
