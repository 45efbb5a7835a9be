/** Once the journeys are over: every screen of the app has been looked at, as it stands and in other clothes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { readHouse } from '../house/house-files.ts'
import { dressesOf, type Noted } from '../support/look.ts'
import { findGaps, readSource, type Register } from './gaps.ts'
import { REGISTER } from './screens.ts'

/** What the journeys of this run have looked at. */
function readLooks(): Noted[] {
  const folder = inject('looks')
  if (!existsSync(folder))
    throw new Error(
      'Nothing has been looked at in this run: the register is checked after all journeys, with `npm test`.',
    )
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Noted)
      // No page of the app: one with faults, to see that they are found.
      .filter(({ screen }) => !screen.startsWith('planted: ')),
  )
}

test('every screen of the app has been looked at, in every state that the register names', async () => {
  const files = await readHouse(/^renderer\/.*\.tsx$/)
  const sources = files.map(({ path, text }) => readSource(path.replace('renderer/', ''), text))
  expect(sources.flatMap(({ routes }) => routes).length).toBeGreaterThan(15)
  expect(sources.flatMap(({ titles }) => titles).length).toBeGreaterThan(30)
  expect(findGaps(sources, REGISTER, readLooks(), (screen) => dressesOf(screen).length)).toEqual([])
})

describe('the register can fail', () => {
  const source = readSource('duties/hall.tsx', '<Route path="/hall"><Heading>The hall</Heading></Route>')
  const register: Register = { screens: { 'duties/hall.tsx': { '/hall': ['hall'] } }, notLookedAt: {} }
  const look: Noted = {
    screen: 'hall',
    dress: null,
    path: '/hall',
    headings: ['The hall'],
    theme: 'paper',
    text: 'normal',
    width: 1366,
    height: 768,
    beyond: 0,
  }
  const dressed: Noted = { ...look, dress: { theme: 'dark', text: 'large', size: 'large' } }
  const gaps = (changed: { sources?: string[]; register?: Register; looks?: Noted[] } = {}) =>
    findGaps(
      [source, ...(changed.sources ?? []).map((text) => readSource('duties/new.tsx', text))],
      changed.register ?? register,
      changed.looks ?? [look, dressed],
      () => 1,
    )

  test('it finds nothing where all is looked at', () => {
    expect(gaps()).toEqual([])
  })

  test.each([
    ['a new route', { sources: ['<Route path="/hall/new">'] }, /route \/hall\/new of duties\/new\.tsx has no screen/],
    ['a new page', { sources: ['<Heading>New</Heading>'] }, /duties\/new\.tsx is of no screen/],
    ['a new dialog', { sources: ['<Dialog\n title={words} onClose={close}>'] }, /duties\/new\.tsx is of no screen/],
    ['a screen nobody looked at', { looks: [] }, /“hall” was looked at 0 times/],
    ['one that is looked at twice', { looks: [look, look, dressed] }, /“hall” was looked at 2 times/],
    ['one that is seen in no other clothes', { looks: [look] }, /in 0 other clothes, not in 1/],
    [
      'other words',
      { looks: [{ ...look, headings: ['Elsewhere'] }, dressed].slice(0, 1) },
      /“The hall” .* on no screen/,
    ],
    ['another address', { looks: [{ ...look, path: '/' }, dressed] }, /looked at on \/, and belongs to \/hall/],
    ['an unknown name', { looks: [look, dressed, { ...look, screen: 'attic' }] }, /“attic” is not in the register/],
  ] as const)('%s is told', (_what, changed, told) => {
    expect(
      gaps({ ...changed, looks: 'looks' in changed ? [...changed.looks] : undefined } as never).join('\n'),
    ).toMatch(told)
  })
})
