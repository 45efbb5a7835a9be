/** The commands that carry facts between tablets: writing a bundle, looking into one, taking some in. */
import { readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { bundleFile } from '../transfer/index.ts'
import type { Station } from '../station/app/station.ts'
import { type Command, failed, type Outcome, withStation, withEvent } from './command.ts'
import { fileOf, OUTPUT_OPTIONS } from './output.ts'
import { putSealed, refusedAs } from './sealed.ts'

const ENDING = '.bundle'

export const bundleWrite: Command = {
  usage: 'bundle write --out FILE [--force]',
  about: 'Write all that this tablet holds into one file that only the organiser’s tablet can open.',
  words: 0,
  options: { out: { type: 'string', about: `FILE  where it goes; it ends in ${ENDING}` }, force: OUTPUT_OPTIONS.force },
  run: ({ options, folder, keyStore }) => {
    const output = fileOf(options)
    return withEvent({ folder, keyStore }, async (station) => {
      const bundle = await station.tablets.writeBundle()
      if (bundle === null)
        return failed('This tablet is no part of an event that has a key. Enrol it first: enrol FILE')
      const { pages, chains, number } = bundle.manifest
      const facts = pages.reduce((all, page) => all + page.facts, 0)
      return putSealed(output, bundle, folder, ({ bytes, where }) => ({
        ok: true,
        text: `Wrote ${facts} facts of ${chains.length} tablets to ${where}. Only the organiser’s tablet can open it.`,
        json: { file: output.path, bytes, facts, number },
      }))
    })
  },
}

export const bundleInspect: Command = {
  usage: 'bundle inspect FILE',
  about: 'Look into a bundle without taking anything in.',
  words: 1,
  options: {},
  run: ({ words: [path = ''], folder, keyStore }) =>
    withStation({ folder, keyStore, reads: true }, async (station) => {
      try {
        const { manifest, pages } = await station.tablets.open(await bundleFile(resolve(path)))
        let facts = 0
        for await (const page of pages()) facts += page.facts.length
        const lines = manifest.chains.map(({ station: of, first, head }) => `  ${of}  ${first} to ${head.seq}`)
        return {
          ok: true,
          text: [`It is whole: ${facts} facts.`, ...lines].join('\n'),
          json: { station: manifest.station, number: manifest.number, facts, types: manifest.types },
        }
      } catch (error) {
        const { code, text } = refusedAs(error)
        return failed(text, { code })
      }
    }),
}

/** A file, or each bundle in a folder, in the order of their names. */
function bundlesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name.endsWith(ENDING))
    .toSorted()
    .map((name) => join(path, name))
}

async function mergeOne(station: Station, path: string) {
  const file = basename(path)
  try {
    const came = await station.tablets.take(await station.tablets.open(await bundleFile(path)))
    const missing = came.chains.filter((chain) => chain.came !== 'taken')
    const { added, clashing, notUnderstood } = came.taken
    const rest = missing.map(({ station: of, came: how }) =>
      how === 'gap'
        ? ` Something before what it holds of tablet ${of} is missing here.`
        : ` What it holds of tablet ${of} was left out: that is no tablet of this event.`,
    )
    const news = added + clashing + notUnderstood
    return {
      ok: missing.length === 0,
      text: `${file}: ${news === 0 ? 'nothing new' : `${news} new facts`}.${rest.join('')}`,
      json: { file, ...came.taken, chains: came.chains },
    }
  } catch (error) {
    const { code, text } = refusedAs(error)
    return { ok: false, text: `${file}: ${text}`, json: { file, code, error: text } }
  }
}

export const bundleMerge: Command = {
  usage: 'bundle merge FILE',
  about: 'Take in a bundle, or every bundle in a folder. One that is refused does not stop the others.',
  words: 1,
  options: {},
  run: ({ words: [path = ''], folder, keyStore }) =>
    withStation({ folder, keyStore }, async (station): Promise<Outcome> => {
      const files = bundlesIn(resolve(path))
      if (files.length === 0) return failed(`There is no file in “${path}” whose name ends in ${ENDING}.`)
      const each = []
      for (const file of files) each.push(await mergeOne(station, file))
      return {
        ok: each.every(({ ok }) => ok),
        text: each.map(({ text }) => text).join('\n'),
        json: { bundles: each.map(({ json }) => json) },
      }
    }),
}
