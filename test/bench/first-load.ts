/** How much a tablet loads before its duty is on screen: gzip of every script and style, beside React alone. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig, type Rolldown } from 'vite'
import { type Duty, DUTIES } from '../../shared/domain/duty.ts'
import type { Figure } from './figure.ts'

const house = fileURLToPath(new URL('../..', import.meta.url))

/** Where each duty begins: the module that the app loads when a tablet has that duty. */
const BEGINS: Record<Duty, string> = {
  'sign-in': 'renderer/duties/sign-in/sign-in-duty.tsx',
  pledges: 'renderer/duties/pledges/pledges-duty.tsx',
  workshop: 'renderer/duties/workshop/workshop-duty.tsx',
  wall: 'renderer/duties/wall/wall-duty.tsx',
  organiser: 'renderer/duties/organiser/organiser-duty.tsx',
}

const REACT_ALONE = 'virtual:react-alone'

/**
 * `first-load-gzip-kb-…` for each duty, in thousands of bytes: the page's own script and style, the duty's, and all that
 * those import; not what is loaded later, as a person goes on. Fonts are told on standard error: they are pressed already.
 */
export async function benchFirstLoad(): Promise<Figure[]> {
  const parts = await built({ configFile: `${house}vite.config.ts` })
  const floor = gzipOf(await reactAlone())
  const fonts = parts.filter(({ fileName }) => fileName.endsWith('.woff2'))
  for (const font of fonts) process.stderr.write(`${font.fileName}: ${(bytesOf(font).length / 1000).toFixed(1)} kB\n`)
  return DUTIES.map((duty) => ({
    name: `first-load-gzip-kb-${duty}`,
    value: gzipOf(firstLoadOf(parts, duty)),
    unit: 'kB',
    against: 'react-dom alone',
    againstValue: floor,
  }))
}

const firstLoadOf = (parts: readonly Part[], duty: Duty): Part[] =>
  loadedWith(parts, [chunkOf(parts, 'renderer/index.html'), chunkOf(parts, BEGINS[duty])])

/** What each duty loads first: how much it is, in thousands of bytes, and the modules in it by their paths from the house. */
export async function firstLoads(): Promise<{ duty: Duty; kB: number; modules: string[] }[]> {
  const parts = await built({ configFile: `${house}vite.config.ts` })
  return DUTIES.map((duty) => {
    const loaded = firstLoadOf(parts, duty)
    const modules = loaded.flatMap((part) => (part.type === 'chunk' ? Object.keys(part.modules) : []))
    return { duty, kB: gzipOf(loaded), modules: modules.map((id) => id.replace(house, '')) }
  })
}

type Part = Rolldown.OutputChunk | Rolldown.OutputAsset

/** Builds as `vite build` does, and keeps the parts in memory: `dist` is left as it is. */
async function built(config: InlineConfig): Promise<Part[]> {
  const outcome = await build({ ...config, logLevel: 'silent', build: { ...config.build, write: false } })
  if ('close' in outcome) throw new Error('This build watches instead of ending')
  return [outcome].flat().flatMap(({ output }) => output)
}

/** The least that a page of React can load: its renderer, built in the same way. */
const reactAlone = (): Promise<Part[]> =>
  built({
    configFile: false,
    root: house,
    plugins: [
      {
        name: 'react-alone',
        resolveId: (id) => (id === REACT_ALONE ? id : null),
        load: (id) =>
          id === REACT_ALONE
            ? `import { createRoot } from 'react-dom/client'; createRoot(document.body).render('')`
            : null,
      },
    ],
    build: { rolldownOptions: { input: REACT_ALONE } },
  })

function chunkOf(parts: readonly Part[], module: string): Rolldown.OutputChunk {
  const found = parts.find((part) => part.type === 'chunk' && part.facadeModuleId === house + module)
  if (found?.type !== 'chunk') throw new Error(`The build has no part that begins with ${module}`)
  return found
}

/** The chunks, all that they import, and the styles of each. */
function loadedWith(parts: readonly Part[], begin: readonly Rolldown.OutputChunk[]): Part[] {
  const byName = new Map(parts.map((part) => [part.fileName, part]))
  const loaded = new Set<Part>()
  const take = (part: Part | undefined): void => {
    if (part === undefined || loaded.has(part)) return
    loaded.add(part)
    if (part.type !== 'chunk') return
    for (const name of [...part.imports, ...(part.viteMetadata?.importedCss ?? [])]) take(byName.get(name))
  }
  for (const chunk of begin) take(chunk)
  return [...loaded]
}

const bytesOf = (part: Part): Buffer => Buffer.from(part.type === 'chunk' ? part.code : part.source)

/** In thousands of bytes, each file pressed by itself as a server would send it. */
const gzipOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + gzipSync(bytesOf(part)).length, 0) / 1000
