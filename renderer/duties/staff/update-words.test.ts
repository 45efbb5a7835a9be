import { describe, expect, test } from 'vitest'
import type { FoundUpdate } from '../../../shared/contract/updates.ts'
import { updateWords } from './update-words.ts'

const on = { stick: 'KINGSTON', version: '0.2.0' }
const at = { stick: null, version: '0.2.0' }
const FOUND: FoundUpdate[] = [
  { code: 'offered', ...on, id: 'ab', byHand: false },
  { code: 'offered', ...on, id: 'ab', byHand: true },
  { code: 'no-stick' },
  { code: 'no-update', online: false },
  { code: 'not-signed', stick: on.stick },
  { code: 'not-understood', stick: on.stick },
  { code: 'same', ...on },
  { code: 'older', ...on },
  { code: 'other-machine', ...on },
  { code: 'changed', ...on },
  { code: 'unread', stick: on.stick },
  { code: 'no-room', ...on },
  { code: 'offered', ...at, id: 'ab', byHand: false },
  { code: 'offered', ...at, id: 'ab', byHand: true },
  { code: 'no-update', online: true },
  { code: 'not-signed', stick: null },
  { code: 'not-understood', stick: null },
  { code: 'same', ...at },
  { code: 'older', ...at },
  { code: 'other-machine', ...at },
  { code: 'changed', ...at },
  { code: 'unread', stick: null },
  { code: 'no-answer' },
  { code: 'redirected' },
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
    const codes = ['not-signed', 'changed', 'unread'] as const
    expect(bad.map(({ code }) => code)).toEqual([...codes, ...codes])
  })

  test('what is on the server is not said to be on a stick, and nobody is sent to whoever gave them one', () => {
    for (const found of FOUND.filter((one) => 'stick' in one && one.stick === null)) {
      const { title, more } = updateWords({ found, current: '0.1.0' })
      expect(`${title} ${more.replace('ask for the update on a stick', '')}`).not.toMatch(/\bstick\b|null/)
    }
  })
})
