/** The calls about the paper sheet. */
import { createGuard } from '../../kernel/guard.ts'
import type { SignIn } from '../sign-in.ts'
import type { Paper } from './paper.ts'

const { ready } = createGuard<{ paper: Paper; signIn: SignIn }>()

const notListed = { message: 'That person is not on the list any more. Search for them again.' }

export const paperCalls = {
  sheet: ready.paper.sheet.handler(({ input, context }) => context.station.paper.sheet(input)),
  letters: ready.paper.letters.handler(({ input, context }) => context.station.paper.letters(input.who)),
  otherLetters: ready.paper.otherLetters.handler(({ context }) => context.station.paper.otherLetters()),
  entered: ready.paper.entered.handler(({ input, context }) => context.station.paper.entered(input)),
  enter: ready.paper.enter.handler(({ input, context, errors }) => {
    const answer = context.station.paper.enter(context.actor, input)
    if (answer === null) throw errors.NOT_FOUND(notListed)
    return answer
  }),
  walkIn: ready.paper.walkIn.handler(({ input: { evenIfKnown, ...line }, context }) => {
    const likely = evenIfKnown ? [] : context.station.signIn.likely({ ...line, email: '' })
    if (likely.length > 0) return { code: 'possible-duplicates', likely }
    return context.station.paper.walkIn(context.actor, line)
  }),
  undo: ready.paper.undo.handler(({ input, context, errors }) => {
    const answer = context.station.paper.undo(context.actor, input)
    if (answer === null) throw errors.NOT_FOUND(notListed)
    return answer
  }),
}
