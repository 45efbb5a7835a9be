/** The calls about badges. */
import { ready } from '../guard.ts'

const noSuchJob = { message: 'That printing is not in this tablet’s log any more. Go back to the log and look again.' }

export const badgesCalls = {
  people: ready.badges.people.handler(({ input, context }) => context.station.badges.people(input)),
  choices: ready.badges.choices.handler(({ context }) => context.station.badges.choices()),
  contents: ready.badges.contents.handler(({ input, context }) => context.station.badges.contents(input.delegates)),
  printed: ready.badges.printed.handler(({ input: { delegates, ...printing }, context }) => ({
    badges: context.station.badges.printed(context.actor, delegates, printing),
  })),
  notPrinted: ready.badges.notPrinted.handler(({ input: { delegates, ...printing }, context }) => ({
    badges: context.station.badges.notPrinted(context.actor, delegates, printing),
  })),
  notOut: ready.badges.notOut.handler(({ input, context, errors }) => {
    const told = context.station.badges.notOut(context.actor, input.job, input.delegates)
    if (told === null) throw errors.NOT_FOUND(noSuchJob)
    return { badges: told }
  }),
  log: ready.badges.log.handler(({ input, context }) => context.station.badges.log(input)),
  job: ready.badges.job.handler(({ input, context }) => context.station.badges.job(input.job)),
}
