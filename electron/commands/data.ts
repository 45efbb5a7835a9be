/** Commands that bring data out: who came, the backup; those of the plan stand in plan.ts. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ATTENDANCE_KINDS } from '../station/sign-in/index.ts'
import { type Command, failed, neededText, UsageError, withEvent, withStation } from './command.ts'
import { whyNotAt } from '../files/export/index.ts'
import { OUTPUT_OPTIONS, outputOf, put, whyNotTo } from './output.ts'

export const attendanceExport: Command = {
  usage: 'attendance export --out FILE [--emails] [--as KIND] [--force]',
  about: 'Write who came and when; the ending of FILE says how: .xlsx or .csv.',
  words: 0,
  options: { ...OUTPUT_OPTIONS, emails: { type: 'boolean', about: 'with the addresses, for whoever has to write' } },
  run: async ({ options, folder, keyStore }) => {
    const output = outputOf(options, ATTENDANCE_KINDS)
    return withEvent({ folder, keyStore, reads: true }, async (station) => {
      const { chunks, people, absent } = station.attendance.export(output.kind, options['emails'] === true)
      const written = await put(output, chunks, folder)
      if (!written.ok) return failed(written.message)
      return {
        ok: true,
        text: `Wrote ${people} people to ${written.where}: ${people - absent} came and ${absent} did not.`,
        json: { file: output.path, bytes: written.bytes, people, came: people - absent, absent },
        ...(output.path === null ? { besides: true } : {}),
      }
    })
  },
}

const HOW_TO_KEEP = {
  plain: 'Keep station.key with it, in another place.',
  sealed:
    'It opens with station.key.sealed and the passphrase: keep that file with it, and the passphrase in another place.',
}

export const backup: Command = {
  usage: 'backup --out FILE [--force]',
  about: 'Write an encrypted copy of everything; it opens only with this station’s key.',
  words: 0,
  options: { out: { type: 'string', about: 'FILE  where it goes' }, force: OUTPUT_OPTIONS.force },
  run: async ({ options, folder, keyStore }) => {
    if (options['out'] === '-') throw new UsageError('A copy is checked where it lies. Name a file after --out.')
    const out = resolve(neededText(options, 'out'))
    const why = whyNotTo(out, options['force'] === true, folder) ?? whyNotAt(out)
    if (why !== null) return failed(why)
    return withStation({ folder, keyStore, reads: true }, (station) => {
      station.copyTo(out)
      const { size } = statSync(out)
      return {
        ok: true,
        text: `Wrote a checked copy to ${out} (${size} bytes). ${HOW_TO_KEEP[keyStore.kept?.(folder) === 'passphrase' ? 'sealed' : 'plain']}`,
        json: { file: out, bytes: size },
      }
    })
  },
}
