/** The commands by which tablets become part of one event: its key, an invitation, enrolling with it. */
import { resolve } from 'node:path'
import { DUTIES, type Duty } from '../../shared/domain/duty.ts'
import { bundleFile } from '../transfer/index.ts'
import { type Command, failed, neededText, UsageError, wholeNumber, withEvent, withStation } from './command.ts'
import { fileOf, OUTPUT_OPTIONS } from './output.ts'
import { putSealed, refusedAs } from './sealed.ts'

export const tabletsBegin: Command = {
  usage: 'tablets begin',
  about: 'Let this tablet speak for the organiser: from now on it can invite others.',
  words: 0,
  options: {},
  run: ({ folder, keyStore }) =>
    withEvent({ folder, keyStore }, (station) => {
      if (station.tablets.eventKey() !== null) return failed('This event has a key already.')
      station.tablets.beginEvent()
      return {
        ok: true,
        text: 'This tablet holds the event’s key. Invite the others with: tablets invite',
        json: { key: station.tablets.eventKey() },
      }
    }),
}

function dutyOf(given: string): Duty {
  const duty = DUTIES.find((one) => one === given)
  if (duty === undefined) throw new UsageError(`--duty takes one of ${DUTIES.join(', ')}.`)
  return duty
}

export const tabletsInvite: Command = {
  usage: 'tablets invite --duty DUTY --out FILE [--most N] [--force]',
  about: 'Write an invitation for other tablets, and show the code that opens it.',
  words: 0,
  options: {
    duty: { type: 'string', about: `DUTY  what they are to do: ${DUTIES.join(', ')}` },
    most: { type: 'string', about: 'N  how many tablets it is for (20)' },
    out: { type: 'string', about: 'FILE  where it goes, on a stick perhaps' },
    force: OUTPUT_OPTIONS.force,
  },
  run: ({ options, folder, keyStore }) => {
    const duty = dutyOf(neededText(options, 'duty'))
    const output = fileOf(options)
    const most = wholeNumber(options, 'most', 20, 1000)
    if (most === 0) throw new UsageError('--most takes a whole number from 1 to 1,000.')
    return withEvent({ folder, keyStore }, async (station) => {
      const invitation = await station.tablets.invite({ duty, most })
      if (invitation === null)
        return failed('This tablet does not hold the event’s key. On the organiser’s tablet: tablets begin')
      const { code } = invitation
      return putSealed(output, invitation, folder, ({ where }) => ({
        ok: true,
        text: `Wrote an invitation to ${where}. Its code is ${code}: say it to whoever sets up the tablet, and do not write it on the stick.`,
        json: { file: output.path, code, duty, most },
      }))
    })
  },
}

const NOT_ENROLLED = {
  'wrong-code': 'That is not the code of this invitation. Read it again from the organiser’s screen.',
  'no-invitation': 'That file is no invitation.',
  'part-of-an-event': 'This tablet has begun an event already. Enrol one that is new.',
} as const

export const enrol: Command = {
  usage: 'enrol FILE --code CODE --name NAME',
  about: 'Make a new tablet part of the event, with an invitation from the organiser’s tablet.',
  words: 1,
  options: {
    code: { type: 'string', about: 'CODE  as the organiser’s tablet shows it' },
    name: { type: 'string', about: 'NAME  what this tablet is called: West door' },
  },
  run: async ({ words: [path = ''], options, folder, keyStore }) => {
    const given = { code: neededText(options, 'code'), name: neededText(options, 'name') }
    const source = await bundleFile(resolve(path))
    return withStation({ folder, keyStore, begins: true }, async (station) => {
      try {
        const enrolled = await station.tablets.enrol(source, given)
        if (enrolled.code !== 'enrolled') return failed(NOT_ENROLLED[enrolled.code], { code: enrolled.code })
        return {
          ok: true,
          text: `This tablet is part of the event now, and holds ${enrolled.facts} facts. Its duty is ${enrolled.duty}.`,
          json: { ...enrolled, station: station.id },
        }
      } catch (error) {
        const { code, text } = refusedAs(error)
        return failed(text, { code })
      }
    })
  },
}
