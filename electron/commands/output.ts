/** Where a command writes a file: to a path that nothing is at, over what is there if that is asked for, or to standard output. */
import { existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { once } from 'node:events'
import { writeExport } from '../files/export/index.ts'
import { neededText, type Options, UsageError } from './command.ts'

/** `path`: null for standard output. */
export type Output<Kind> = { kind: Kind; path: string | null; force: boolean }

export const OUTPUT_OPTIONS = {
  out: { type: 'string', about: 'FILE  where it goes; - for standard output' },
  as: { type: 'string', about: 'KIND  what is written, where FILE does not end in it' },
  force: { type: 'boolean', about: 'writes over a file of that name' },
} as const

const listed = (kinds: readonly string[]): string =>
  `${kinds
    .slice(0, -1)
    .map((kind) => `.${kind}`)
    .join(', ')} or .${kinds.at(-1)}`

/** Throws UsageError where nobody can tell what is to be written, or where. */
export function outputOf<Kind extends string>(options: Options, kinds: readonly Kind[]): Output<Kind> {
  const out = neededText(options, 'out')
  const isStandard = out === '-'
  if (isStandard && options['json'] === true)
    throw new UsageError('With --out - what is written is the file itself. Leave out --json, or name a file.')
  const said = typeof options['as'] === 'string' ? options['as'].replace(/^\./, '') : extname(out).slice(1)
  const kind = kinds.find((one) => one === said.toLowerCase())
  if (kind === undefined)
    throw new UsageError(
      isStandard
        ? `With --out - say what is to be written: --as ${kinds.join(', or --as ')}.`
        : `The file to write must end in ${listed(kinds)}.`,
    )
  return { kind, path: isStandard ? null : resolve(out), force: options['force'] === true }
}

/** Why nothing may be written to this path; null where it may. */
export const isThere = (path: string, force: boolean): string | null =>
  !force && existsSync(path)
    ? `“${path}” is there already, and was left as it is. Choose another name, or write over it with --force.`
    : null

type Put = { ok: true; bytes: number; where: string } | { ok: false; message: string }

/** Whole or not at all; but for standard output, which takes what it is given. */
export async function put({ path, force }: Output<string>, chunks: Iterable<Uint8Array>): Promise<Put> {
  if (path !== null) {
    const there = isThere(path, force)
    if (there !== null) return { ok: false, message: there }
    const written = await writeExport(path, chunks)
    return written.ok ? { ...written, where: path } : written
  }
  let bytes = 0
  for (const chunk of chunks) {
    bytes += chunk.length
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
  }
  return { ok: true, bytes, where: 'standard output' }
}
