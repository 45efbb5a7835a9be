/** Where a command writes a file: to a path that nothing is at, over what is there if that is asked for, or to standard output. */
import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, relative, resolve } from 'node:path'
import { writeExport } from '../files/export/index.ts'
import { neededText, type Options, UsageError } from './command.ts'

/** `path`: null for standard output. */
export type Place = { path: string | null; force: boolean }
export type Output<Kind> = Place & { kind: Kind }

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

/** For what is only ever a file. Throws UsageError. */
export function fileOf(options: Options): Place & { path: string } {
  const out = neededText(options, 'out')
  if (out === '-') throw new UsageError('This goes into a file. Name one after --out.')
  return { path: resolve(out), force: options['force'] === true }
}

/** Through links, as far as there is something: a link stays one, and nobody comes to a file by another name. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : resolve(realPath(dirname(path)), basename(path))
  }
}

/** What a station keeps in its folder, now or another time. */
const OWN = /^(?:station\.|link\.key|backups(?:[\\/]|$))/

/** Why nothing may be written to this path, whatever is asked for; null where it may. `folder`: the station’s. */
export function whyNotTo(path: string, force: boolean, folder: string): string | null {
  if (OWN.test(relative(realPath(folder), realPath(path))))
    return `“${path}” is for the station’s own files, and was left as it is. Choose another name.`
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null
  if (!force)
    return `“${path}” is there already, and was left as it is. Choose another name, or write over it with --force.`
  const there = statSync(path, { throwIfNoEntry: false })
  if (there?.isDirectory() === true) return `“${path}” is a folder. Give a file name as well. Nothing was written.`
  return there === undefined || there.isFile()
    ? null
    : `“${path}” is no file that could be written over. Choose another name; --out - writes to standard output.`
}

/** Standard output takes no more. Its message is a sentence. */
export class UnwrittenError extends Error {}

/** Throws UnwrittenError. */
export const toStandardOutput = (words: string | Uint8Array): Promise<void> =>
  new Promise((done, failed) => {
    process.stdout.write(words, (error) => {
      if (error === null || error === undefined) done()
      else
        failed(
          new UnwrittenError(
            'code' in error && error.code === 'EPIPE'
              ? 'Whoever was reading stopped before the end, so not all was written.'
              : 'Standard output could not be written to the end: there may be no room left on that disk.',
          ),
        )
    })
  })

type Put = { ok: true; bytes: number; where: string } | { ok: false; message: string }

/** Whole or not at all; but for standard output, which takes what it is given. `folder`: the station’s. */
export async function put(
  { path, force }: Place,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  folder: string,
): Promise<Put> {
  if (path !== null) {
    const why = whyNotTo(path, force, folder)
    if (why !== null) return { ok: false, message: why }
    const written = await writeExport(realPath(path), chunks)
    return written.ok ? { ...written, where: path } : written
  }
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    await toStandardOutput(chunk)
  }
  return { ok: true, bytes, where: 'standard output' }
}
