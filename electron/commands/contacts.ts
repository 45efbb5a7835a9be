/** The command that brings out whom to write to, and what about. */
import { CONTACT_KINDS } from '../station/follow-up/index.ts'
import { type Command, failed, withEvent } from './command.ts'
import { OUTPUT_OPTIONS, outputOf, put } from './output.ts'

export const contactsExport: Command = {
  usage: 'contacts export --out FILE [--as KIND] [--force]',
  about:
    'Write whom to write to: those who agreed and gave an address; the ending of FILE says how: .xlsx, .csv for a mail merge, or .zip with a draft of a message for each.',
  words: 0,
  options: OUTPUT_OPTIONS,
  run: async ({ options, folder, keyStore }) => {
    const output = outputOf(options, CONTACT_KINDS)
    return withEvent({ folder, keyStore, reads: true }, async (station) => {
      const { chunks, people, pledges } = station.followUp.exportContacts(output.kind)
      const written = await put(output, chunks, folder)
      if (!written.ok) return failed(written.message)
      return {
        ok: true,
        text: `Wrote ${people} ${people === 1 ? 'person' : 'people'} with ${pledges} ${pledges === 1 ? 'pledge' : 'pledges'} to ${written.where}.`,
        json: { file: output.path, bytes: written.bytes, people, pledges },
        ...(output.path === null ? { besides: true } : {}),
      }
    })
  },
}
