import { describe, expect, test } from 'vitest'
import type { FoundUpdate } from '../../../shared/contract/updates.ts'
import { updateWords } from './update-words.ts'

const on = { stick: 'KINGSTON', version: '0.2.0' }
const FOUND: FoundUpdate[] = [
  { code: 'offered', ...on, id: 'ab', byHand: false },
  { code: 'offered', ...on, id: 'ab', byHand: true },
  { code: 'no-stick' },
  { code: 'no-update' },
  { code: 'not-signed', stick: on.stick },
  { code: 'not-understood', stick: on.stick },
  { code: 'same', ...on },
  { code: 'older', ...on },
  { code: 'other-machine', ...on },
  { code: 'changed', ...on },
  { code: 'unread', stick: on.stick },
  { code: 'no-room', ...on },
  { code: 'portable' },
  { code: 'not-installed' },
]

describe('what staff read about an update', () => {
  test('everything that can be found has a sentence of its own, and what to do', () => {
    const said = FOUND.map((found) => updateWords({ found, current: '0.1.0' }))
    expect(new Set(said.map(({ title, more }) => `${title} ${more}`)).size).toBe(FOUND.length)
    for (const { title, more } of said) {
      expect(title).toMatch(/^[A-Z].*\.$/)
      expect(more).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('only what may be from a stranger or is broken is bad news', () => {
    const bad = FOUND.filter((found) => updateWords({ found, current: '0.1.0' }).tone === 'bad')
    expect(bad.map(({ code }) => code)).toEqual(['not-signed', 'changed', 'unread'])
  })
})
