/** The command that writes everything held on one person into a file, for whoever asked for it. */
import { isId } from '../station/kernel/journal/index.ts'
import type { Station } from '../station/app/station.ts'
import { HELD_KINDS, heldFile } from '../station/people/index.ts'
import { type Command, failed, neededText, withEvent } from './command.ts'
import { OUTPUT_OPTIONS, outputOf, put } from './output.ts'

type Meant = { id: string; name: string; organisation: string }

/** By an id or a badge’s code, a whole name or an e-mail address. */
function meantBy(station: Station, text: string): Meant[] {
  const byId = isId(text) ? station.signIn.delegate(text) : null
  if (byId !== null) return [byId]
  const read = station.signIn.readScan(text)
  return 'row' in read ? [station.signIn.rows.viewOf(read.row)] : station.signIn.called(text)
}

export const personExport: Command = {
  usage: 'person export --of WHO --out FILE [--as KIND] [--force]',
  about:
    'Write everything held on one person, for whoever asked for it; the ending of FILE says how: .html (a page to read and print) or .json.',
  words: 0,
  options: {
    of: { type: 'string', about: 'WHO  a whole name, an e-mail address, the code of a badge, or an id' },
    ...OUTPUT_OPTIONS,
  },
  run: async ({ options, folder, keyStore }) => {
    const who = neededText(options, 'of')
    const output = outputOf(options, HELD_KINDS)
    return withEvent({ folder, keyStore, reads: true }, async (station) => {
      const meant = meantBy(station, who)
      const [person, ...others] = meant
      if (person === undefined)
        return failed(
          `Nobody on this station is just “${who}”. Give the whole name as it is on the list, or the badge.`,
        )
      if (others.length > 0)
        return failed(
          [
            `There are ${meant.length} people called “${who}”. Say which by their id:`,
            ...meant.map(({ id, organisation }) => `  --of ${id}  ${organisation}`),
          ].join('\n'),
          { people: meant.map(({ id, name, organisation }) => ({ id, name, organisation })) },
        )
      const held = station.held.on(person.id)
      if (held === null) return failed(`Nothing is held on “${who}” any more.`)
      const { chunks, entries } = heldFile(held, output.kind)
      const written = await put(output, chunks, folder)
      if (!written.ok) return failed(written.message)
      return {
        ok: true,
        text: `Wrote everything held on ${person.name} to ${written.where}: ${entries} things that were written down. Read it through before you hand it over: whoever is named in it and on no list could not be left out.`,
        json: { file: output.path, bytes: written.bytes, person: person.id, entries },
        ...(output.path === null ? { besides: true } : {}),
      }
    })
  },
}
