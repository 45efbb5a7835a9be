import { describe, expect, test } from 'vitest'
import { isSamePlace, placeOfWall } from './wall-place.ts'

const display = (id: number, width: number, height: number, x = 0) => ({ id, bounds: { x, y: 0, width, height } })
const tablet = display(1, 1366, 768)
const projector = display(2, 1920, 1080, 1366)
const telly = display(3, 3840, 2160, 3286)
const usual = { on: true, primary: 1, first: 1, now: null }

describe('where the wall stands', () => {
  test.each([
    ['one screen: nowhere', { displays: [tablet] }, null],
    ['a projector is connected: there', { displays: [tablet, projector] }, 2],
    ['staff have not asked for it: nowhere', { on: false, displays: [tablet, projector] }, null],
    ['the cable is pulled: nowhere', { displays: [tablet], now: 2 }, null],
    ['two are connected: on the larger', { displays: [tablet, projector, telly] }, 3],
    ['it stands already: it stays, though a larger one came', { displays: [tablet, projector, telly], now: 2 }, 2],
    ['its own has gone and another is there: on that', { displays: [tablet, projector], now: 3 }, 2],
    [
      'people touch the projector: it takes the other one, and nothing of theirs moves',
      { displays: [tablet, projector], first: 2 },
      1,
    ],
    ['people moved to where it stands: it makes room', { displays: [tablet, projector], first: 2, now: 2 }, 1],
    [
      'the projector is the system’s first, and people touch the tablet',
      { displays: [tablet, projector], primary: 2 },
      2,
    ],
    [
      'of two that are free the one that is not the system’s first',
      { displays: [tablet, telly, projector], primary: 3, first: 1 },
      2,
    ],
    ['no window is there to ask: not on the system’s first', { displays: [tablet, projector], first: null }, 2],
    ['no display at all', { displays: [] }, null],
  ])('%s', (_what, seen, where) => {
    expect(placeOfWall({ ...usual, ...seen })?.id ?? null).toBe(where)
  })

  test('it covers all of its display, and moves when that changes', () => {
    const place = placeOfWall({ ...usual, displays: [tablet, projector] })
    expect(place).toEqual({ id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } })
    expect(isSamePlace(place, placeOfWall({ ...usual, displays: [tablet, projector], now: 2 }))).toBe(true)
    expect(isSamePlace(place, display(2, 1280, 720, 1366))).toBe(false)
    expect(isSamePlace(place, { ...projector, id: 4 })).toBe(false)
    expect(isSamePlace(place, null)).toBe(false)
    expect(isSamePlace(null, null)).toBe(true)
  })
})
