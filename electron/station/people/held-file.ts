/** What is held on a person as one file: a page that any browser opens without a network and prints, with the same as JSON inside. */
import type { Held, HeldLine } from './held.ts'
import type { Said } from './held-words.ts'

export const HELD_KINDS = ['html', 'json'] as const
export type HeldKind = (typeof HELD_KINDS)[number]
const MEDIA: Record<HeldKind, string> = { html: 'text/html;charset=utf-8', json: 'application/json' }

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Nothing in it ends the element that it stands in, nor begins a comment. */
const asData = (held: Held): string => JSON.stringify(held).replaceAll('<', '\\u003c')

/** “12 December 2023, 09:41”, as a clock on the wall of this machine says. */
const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const timeOf = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : timeFormat.format(new Date(at)))
const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
/** Instants that stand in a value, and a day that is all of it. */
const withTimes = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text)
    ? dayFormat.format(new Date(text))
    : text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, timeOf)

const list = (says: readonly Said[]): string =>
  says.length === 0
    ? ''
    : `<dl>${says
        .map(({ name, value }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(withTimes(value))}</dd></div>`)
        .join('')}</dl>`
const section = (title: string, inside: string): string => `<section><h3>${escaped(title)}</h3>${inside}</section>`
const line = ({ at, what, by, tablet, says }: HeldLine): string =>
  `<li><p><b>${escaped(what)}</b> <span>${escaped(timeOf(at))}, by ${escaped(by)}, at ${escaped(tablet)}</span></p>${list(says)}</li>`

const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 46rem; font: 1rem/1.5 system-ui, 'Segoe UI', sans-serif; color: #1c2420; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid #1f5c45; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p { margin: 0 0 .75rem; }
dl { margin: .25rem 0 0; }
dl div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .25rem 1rem; padding: .2rem 0; border-bottom: 1px solid #e3e6e1; }
dt { color: #4a554f; }
dd { margin: 0; white-space: pre-line; }
ol { margin: 0; padding: 0; list-style: none; }
li { padding: .6rem 0; break-inside: avoid; }
li p { margin: 0; }
li span, .quiet { color: #4a554f; }
.rehearsal { padding: .5rem .75rem; border: 2px solid #1c2420; font-weight: 700; }
@media (max-width: 34rem) { dl div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h2, h3 { break-after: avoid; } section { break-inside: auto; } }
`

function page(held: Held): string {
  const { person, event, made, tablet, rehearsal, now, happened, typed } = held
  const entries = happened.reduce((sum, { lines }) => sum + lines.length, 0)
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    // It asks nobody for anything, wherever it is opened.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>Everything held on ${escaped(person)}</title><style>${STYLE}</style></head><body><main>`,
    rehearsal ? '<p class="rehearsal">This is from a rehearsal: everybody in it is invented.</p>' : '',
    `<h1>Everything held on ${escaped(person)}</h1>`,
    `<p class="quiet">${escaped(event.name)}, ${escaped(event.venue)}. Written on ${escaped(timeOf(made))} by the tablet “${escaped(tablet)}”.</p>`,
    '<p>This is all that this tablet holds about this person: what stands now, each thing that was written down and when, and forms that were begun and not finished. Other people’s names and addresses are left out, shown as “…”, where we know them from the list of delegates.</p>',
    '<h2>As it stands now</h2>',
    ...now.map(({ title, says }) => section(title, list(says))),
    `<h2>What was written down (${entries})</h2>`,
    ...happened.map(({ title, lines }) => section(title, `<ol>${lines.map(line).join('')}</ol>`)),
    '<h2>Begun and not finished</h2>',
    typed.length === 0 ? '<p>Nothing.</p>' : '',
    ...typed.map(({ form, saved, says }) =>
      section(form, `<p class="quiet">Last typed in on ${escaped(timeOf(saved))}</p>${list(says)}`),
    ),
    `</main><script type="application/json" id="held">${asData(held)}</script></body></html>`,
    '',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** The file as pieces; `entries`: how many things that were written down are in it. */
export function heldFile(
  held: Held,
  kind: HeldKind,
): { name: string; media: string; chunks: Iterable<Uint8Array>; entries: number } {
  const named = held.person.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return {
    name: `${held.rehearsal ? 'REHEARSAL-' : ''}${held.event.code}-held-on-${named.slice(0, 60)}-${held.made.slice(0, 10)}.${kind}`,
    media: MEDIA[kind],
    chunks: [Buffer.from(kind === 'json' ? `${JSON.stringify(held, null, 2)}\n` : page(held))],
    entries: held.happened.reduce((sum, { lines }) => sum + lines.length, 0),
  }
}
