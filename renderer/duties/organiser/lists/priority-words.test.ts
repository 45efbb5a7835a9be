import { describe, expect, test } from 'vitest'
import { tellingLabel } from './priority-words.ts'

const named = (...labels: string[]) => labels.map((label) => ({ id: label, label }))
const told = (...labels: string[]) => named(...labels).map((one, _index, all) => tellingLabel(one, all))

describe('a priority in a narrow column', () => {
  test('two of one objective are told by what differs', () => {
    expect(told('Objective 2 · work', 'Objective 2 · home and health', 'Objective 1')).toEqual([
      'work',
      'home and health',
      'Objective 1',
    ])
  })

  test('what no other begins with stands whole, and so does what has one part', () => {
    expect(told('Objective 1 · voice', 'Objective 2 · work', 'Promise 3')).toEqual([
      'Objective 1 · voice',
      'Objective 2 · work',
      'Promise 3',
    ])
  })

  test('two that are called the same keep their last part', () => {
    const [one, other] = [
      { id: 'a', label: 'Aim · home' },
      { id: 'b', label: 'Aim · home' },
    ]
    expect(tellingLabel(one, [one, other])).toBe('home')
  })
})
