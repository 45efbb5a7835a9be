/** The wall moves on calmly: every pledge has its turn, and nothing moves while everything fits. */
import { describe, expect, test } from 'vitest'
import { windowOf } from './ticker.ts'

describe('the latest pledges on the wall', () => {
  test('early in the day three pledges stand still', () => {
    expect(windowOf(['third', 'second', 'first'], 7)).toEqual(['third', 'second', 'first'])
    expect(windowOf([], 3)).toEqual([])
  })

  test('later the list moves on by one, and every pledge comes round', () => {
    const latest = ['h', 'g', 'f', 'e', 'd', 'c', 'b', 'a']
    expect(windowOf(latest, 0)).toEqual(['h', 'g', 'f'])
    expect(windowOf(latest, 1)).toEqual(['g', 'f', 'e'])
    expect(windowOf(latest, 7)).toEqual(['a', 'h', 'g'])
    expect(windowOf(latest, 8)).toEqual(windowOf(latest, 0))
  })
})
