/** What of the app nobody has looked at: its pages and dialogs, as the source names them, against the looks of a run. */
import type { Noted } from '../support/look.ts'

export type Register = {
  /** The names of screens, by the file of the renderer whose heading or dialog is on top then, and by the route of their address. */
  screens: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** Routes, files with a heading or a dialog, and `file: words` of them, that are never looked at; each with its reason. */
  notLookedAt: Readonly<Record<string, string>>
}

/** What the source of a file says: its routes, and the words of its headings and dialogs where they stand there as they are shown. */
export type Source = { path: string; routes: string[]; titles: string[]; hasTitle: boolean }

/** Reads a file of the renderer. */
export function readSource(path: string, text: string): Source {
  const routes = [...text.matchAll(/<Route[^>]*\bpath="([^"]+)"|useRoute\('([^']+)'\)|\bpath: '(\/[^']*)'/g)].map(
    ([, route, used, listed]) => route ?? used ?? listed ?? '',
  )
  const headings = [...text.matchAll(/<(?:Heading|h1)\b[^>]*>\s*([^<]*?)\s*<\/(?:Heading|h1)>/g)].map(
    ([, words = '']) => words,
  )
  const dialogs = [...text.matchAll(/<(?:Form)?Dialog\b[^>]*?\btitle=(?:"([^"]*)"|\{)/g)].map(
    ([, words = '{']) => words,
  )
  const all = [...headings, ...dialogs]
  return { path, routes, titles: all.filter((words) => !words.includes('{')), hasTitle: all.length > 0 }
}

/** A sentence for each gap, none where there is none. `dresses`: how many others each screen is to be seen in. */
export function findGaps(
  sources: readonly Source[],
  { screens, notLookedAt }: Register,
  noted: readonly Noted[],
  dresses: (screen: string) => number,
): string[] {
  const all = Object.entries(screens).flatMap(([of, routes]) =>
    Object.entries(routes).flatMap(([at, names]) => names.map((name) => ({ name, at, of }))),
  )
  const known = new Set(all.map(({ name }) => name))
  const looks = Map.groupBy(noted, ({ screen }) => screen)
  const gaps: string[] = []
  for (const { path, routes, titles, hasTitle } of sources) {
    for (const route of routes)
      if (!all.some(({ at }) => at === route) && !(route in notLookedAt))
        gaps.push(`The route ${route} of ${path} has no screen in the register (test/register/screens.ts).`)
    const here = all.filter(({ of }) => of === path)
    if (hasTitle && here.length === 0 && !(path in notLookedAt))
      gaps.push(`The heading or dialog of ${path} is of no screen in the register.`)
    const seen = new Set(here.flatMap(({ name }) => looks.get(name) ?? []).flatMap(({ headings }) => headings))
    for (const title of titles)
      if (here.length > 0 && !seen.has(title) && !(`${path}: ${title}` in notLookedAt))
        gaps.push(`“${title}” of ${path} was on no screen that was looked at.`)
  }
  for (const { name, at, of } of all) {
    const own = looks.get(name) ?? []
    if (!sources.some(({ path, hasTitle }) => path === of && hasTitle))
      gaps.push(`The screen “${name}” is of ${of}, which has no heading and no dialog.`)
    const plain = own.filter(({ dress }) => dress === null).length
    if (plain !== 1) gaps.push(`The screen “${name}” was looked at ${plain} times as it stands, and not once.`)
    if (own.length - plain < dresses(name))
      gaps.push(`The screen “${name}” was seen in ${own.length - plain} other clothes, not in ${dresses(name)}.`)
    for (const path of new Set(own.map((look) => look.path)))
      if (!matches(at, path)) gaps.push(`The screen “${name}” was looked at on ${path}, and belongs to ${at}.`)
  }
  for (const name of looks.keys()) if (!known.has(name)) gaps.push(`“${name}” is not in the register.`)
  return gaps
}

/** Whether a path is one of a route: `:word` stands for one part, `*?` for any or none. */
export function matches(route: string, path: string): boolean {
  const pattern = route.replace(/\/\*\?$/, '(/.*)?').replaceAll(/:\w+/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(path)
}
