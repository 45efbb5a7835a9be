/** Pages are fetched when they are opened: whoever wears a class brings the sheet that says how it looks. */
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { readHouse } from './house-files.ts'

type Files = ReadonlyMap<string, string>

const reached = (path: string, text: string, how: RegExp): string[] =>
  [...text.matchAll(how)].map(([, to = '']) => normalize(join(dirname(path), to)))
const AT_ONCE = /^(?:import|export)\b(?!\s+type\b)[^'"]*?['"](\.[^'"]+)['"]/gm
const LATER = /\bimport\(['"](\.[^'"]+)['"]\)/g

/** All that comes with a file: what it imports at once, and what that does. */
function withIt(path: string, files: Files): Set<string> {
  const met = new Set<string>()
  const next = [path]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (met.has(at)) continue
    met.add(at)
    next.push(...reached(at, files.get(at) ?? '', AT_ONCE))
  }
  return met
}

/** Each file that is fetched by itself, with all that comes with it, and the sheets that were there before whoever fetched it. */
function pieces(files: Files): { files: Set<string>; sheets: Set<string> }[] {
  const found: { files: Set<string>; sheets: Set<string> }[] = []
  const visit = (root: string, before: ReadonlySet<string>, above: readonly string[]): void => {
    if (above.includes(root)) return
    const all = withIt(root, files)
    const sheets = new Set([...before, ...[...all].filter((one) => one.endsWith('.css'))])
    found.push({ files: all, sheets })
    for (const path of all)
      for (const later of reached(path, files.get(path) ?? '', LATER)) visit(later, sheets, [...above, root])
  }
  visit('renderer/main.tsx', new Set(), [])
  return found
}

/** The classes of two words and more, and the one sheet in which a rule begins with them; others only say how they look somewhere. */
function ownClasses(sheets: Files): ReadonlyMap<string, string> {
  const all = [...sheets].flatMap(([sheet, text]) => {
    const selectors = text.replaceAll(/\/\*.*?\*\//gs, '').match(/[^{},]+(?=[{,])/g) ?? []
    const first = selectors.flatMap((selector) => /^\s*\.([a-z]+(?:-[a-z]+)+)/.exec(selector)?.[1] ?? [])
    return [...new Set(first)].map((name) => ({ name, sheet }))
  })
  const bySheet = Map.groupBy(all, ({ name }) => name)
  return new Map(
    [...bySheet].flatMap(([name, of]) =>
      of.length === 1 && of[0] !== undefined ? [[name, of[0].sheet] as const] : [],
    ),
  )
}

/** Each file that wears a class without the sheet for it. */
function bare(files: Files): string[] {
  const ends = (...kinds: string[]): Files =>
    new Map([...files].filter(([path]) => kinds.some((kind) => path.endsWith(kind)) && !path.includes('.test.')))
  const classes = ownClasses(ends('.css'))
  const screens = ends('.tsx')
  const found = pieces(files).flatMap(({ files: all, sheets }) =>
    [...all].flatMap((path) => {
      const worn = (screens.get(path)?.match(/className=(?:"[^"]*"|\{[^}]*\})/g) ?? []).join(' ')
      return [...new Set(worn.match(/[a-z]+(?:-[a-z]+)+/g))].flatMap((name) => {
        const sheet = classes.get(name)
        return sheet === undefined || sheet.startsWith('renderer/design/') || sheets.has(sheet)
          ? []
          : [`${path} wears ${name} of ${sheet}`]
      })
    }),
  )
  return [...new Set(found)]
}

test('whoever wears a class brings the sheet that says how it looks', async () => {
  const files = await readHouse(/^renderer\/.*\.(tsx?|css)$/)
  expect(files.length).toBeGreaterThan(200)
  expect(bare(new Map(files.map(({ path, text }) => [path, text])))).toEqual([])
})

test('a page that wears what only another page brings is found', () => {
  const files = new Map([
    [
      'renderer/main.tsx',
      `const pages = [() => import('./a/list.tsx'), () => import('./b/page.tsx'), () => import('./c/page.tsx')]`,
    ],
    ['renderer/a/list.css', '.list-tabs > a { color: red }'],
    ['renderer/a/list.tsx', `import './list.css'\nexport const a = <i className="list-tabs" />`],
    ['renderer/b/page.tsx', `export const b = <i className="card list-tabs" />`],
    ['renderer/c/page.tsx', `import { a } from '../a/list.tsx'\nexport const c = <i className="list-tabs">{a}</i>`],
  ])
  expect(bare(files)).toEqual(['renderer/b/page.tsx wears list-tabs of renderer/a/list.css'])
})
