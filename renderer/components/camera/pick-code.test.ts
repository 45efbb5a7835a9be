import { describe, expect, test } from 'vitest'
import { pickCode, sizeToRead } from './pick-code.ts'

const at = (text: string, x: number, y: number) => ({
  text,
  corners: [
    { x: x - 20, y: y - 20 },
    { x: x + 20, y: y - 20 },
    { x: x + 20, y: y + 20 },
    { x: x - 20, y: y + 20 },
  ],
})

describe('a table full of badges before the camera', () => {
  test('the badge that is held in the middle is meant', () => {
    const picture = { width: 640, height: 480 }
    expect(pickCode([at('edge', 60, 240), at('middle', 300, 250), at('corner', 600, 440)], picture)).toBe('middle')
    expect(pickCode([at('only', 600, 440)], picture)).toBe('only')
    expect(pickCode([], picture)).toBeNull()
  })

  test('a large picture is made smaller before it is read, a small one is left as it is', () => {
    expect(sizeToRead(1920, 1080)).toEqual({ width: 960, height: 540 })
    expect(sizeToRead(1080, 1920)).toEqual({ width: 540, height: 960 })
    expect(sizeToRead(640, 480)).toEqual({ width: 640, height: 480 })
  })
})
