/** The source files of the product in a house: what may be broken. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProductFile } from './draw.ts'

export const readProduct = (house: string): ProductFile[] =>
  ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.endsWith('.d.ts'))
      .map((path) => ({ path, text: readFileSync(join(house, path), 'utf8') })),
  )
