import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/support/chance.ts'
import { FRAME, heldOut, type SeenCode, sizeToRead } from './picture.ts'

/** A code that somebody holds at a slant, its middle at `x` and `y` of the picture. */
function at(text: string, x: number, y: number, side = 40, angle = 0.3): SeenCode {
  const corner = (turn: number) => ({
    x: x + Math.SQRT1_2 * side * Math.cos(angle + turn),
    y: y + Math.SQRT1_2 * side * Math.sin(angle + turn),
  })
  return { text, corners: [0, 1, 2, 3].map((quarter) => corner((quarter * Math.PI) / 2)) }
}
const texts = (...all: Parameters<typeof heldOut>) => heldOut(...all).map(({ text }) => text)

const PICTURE = { width: 640, height: 480 }
/** As wide as the picture: the frame on it is 0.76 of its height, 364 pixels, from 138 to 502 across. */
const BOX = { width: 320, height: 240 }

describe('what is held out is what is within the frame', () => {
  test('a poster’s code at the edge is not, alone or beside a badge', () => {
    expect(texts([at('poster', 560, 240)], PICTURE, BOX)).toEqual([])
    expect(texts([at('poster', 560, 240), at('ewa', 300, 250)], PICTURE, BOX)).toEqual(['ewa'])
    expect(texts([], PICTURE, BOX)).toEqual([])
  })

  test('a badge held over the edge of the frame is, while more than half of it is inside', () => {
    expect(texts([at('ewa', 500, 240, 200)], PICTURE, BOX)).toEqual(['ewa'])
    expect(texts([at('ewa', 504, 240, 200)], PICTURE, BOX)).toEqual([])
    // So near that its corners are beyond the frame on every side.
    expect(texts([at('ewa', 320, 240, 470)], PICTURE, BOX)).toEqual(['ewa'])
  })

  test('two badges and a lanyard with two codes: all are, the one nearest the middle first', () => {
    const codes = [at('menu', 200, 330), at('kwame', 400, 260), at('ewa', 310, 240), at('poster', 40, 40)]
    expect(texts(codes, PICTURE, BOX)).toEqual(['ewa', 'kwame', 'menu'])
  })

  test('the same code twice is one, where it is nearest the middle', () => {
    const [held, ...more] = heldOut([at('ewa', 450, 240), at('ewa', 340, 240)], PICTURE, BOX)
    expect(more).toEqual([])
    expect(held?.x).toBeCloseTo(20 / 182.4)
  })

  test('a picture, or a box, without a size holds nothing', () => {
    const codes = [at('ewa', 0, 0)]
    expect(heldOut(codes, { width: 0, height: 0 }, BOX)).toEqual([])
    expect(heldOut(codes, PICTURE, { width: 0, height: 0 })).toEqual([])
  })
})

/** A box on the screen, a picture of any shape in it, and a place in the box, from its middle, in halves of the drawn frame’s side. */
const scenes = fc.record({
  picture: fc.record({ width: fc.integer({ min: 120, max: 1920 }), height: fc.integer({ min: 120, max: 1920 }) }),
  box: fc.record({ width: fc.integer({ min: 100, max: 900 }), height: fc.integer({ min: 100, max: 900 }) }),
  place: fc.record({ x: fc.double({ min: -3, max: 3, noNaN: true }), y: fc.double({ min: -3, max: 3, noNaN: true }) }),
  side: fc.integer({ min: 20, max: 400 }),
  angle: fc.double({ min: 0, max: 7, noNaN: true }),
})
type Scene = typeof scenes extends fc.Arbitrary<infer T> ? T : never

/** Where in the picture somebody holds what the page shows at that place, as `object-fit: cover` shows it. */
function inPicture({ picture, box, place, side, angle }: Scene): SeenCode {
  const wider = picture.width / picture.height > box.width / box.height
  const zoom = wider ? box.height / picture.height : box.width / picture.width
  const half = (FRAME * Math.min(box.width, box.height)) / 2
  const shown = { x: box.width / 2 + place.x * half, y: box.height / 2 + place.y * half }
  // What is cut off: evenly, and on two sides alone.
  const off = { x: (picture.width * zoom - box.width) / 2, y: (picture.height * zoom - box.height) / 2 }
  return at('ewa', (shown.x + off.x) / zoom, (shown.y + off.y) / zoom, side, angle)
}
const isInside = ({ x, y }: Scene['place']) => Math.abs(x) < 1 && Math.abs(y) < 1
/** No code of a test lies on the very line. */
const isClear = ({ place: { x, y } }: Scene) => [x, y].every((one) => Math.abs(Math.abs(one) - 1) > 0.001)

describe('whatever the picture’s shape and size, upright or lying, and however large the page shows it', () => {
  test('a code is held out exactly where the page shows its middle within the frame', () => {
    fc.assert(
      fc.property(scenes.filter(isClear), (scene) => {
        const found = heldOut([inPicture(scene)], scene.picture, scene.box)
        expect(found).toHaveLength(isInside(scene.place) ? 1 : 0)
        if (found[0] === undefined) return
        expect(found[0].x).toBeCloseTo(scene.place.x, 6)
        expect(found[0].y).toBeCloseTo(scene.place.y, 6)
      }),
    )
  })

  test('a mirror changes nothing: neither what is held out, nor what is nearest the middle', () => {
    const crowd = fc.array(fc.tuple(fc.integer({ min: 0, max: 640 }), fc.integer({ min: 0, max: 480 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(crowd, scenes, (places, { box }) => {
        const codes = places.map(([x, y], index) => at(`${index}`, x, y, 40, 0))
        const mirrored = places.map(([x, y], index) => at(`${index}`, PICTURE.width - x, y, 40, 0))
        const order = (seen: SeenCode[]) => heldOut(seen, PICTURE, box).map(({ x, y }) => Math.hypot(x, y).toFixed(6))
        expect(texts(mirrored, PICTURE, box).toSorted()).toEqual(texts(codes, PICTURE, box).toSorted())
        expect(order(mirrored)).toEqual(order(codes))
      }),
    )
  })

  test('what hangs elsewhere changes nothing, however much of it there is', () => {
    const elsewhere = scenes.filter((scene) => isClear(scene) && !isInside(scene.place))
    fc.assert(
      fc.property(fc.array(fc.tuple(scenes, elsewhere), { maxLength: 12 }), scenes, (pairs, { picture, box }) => {
        const held = pairs.map(([scene], index) => ({ ...inPicture({ ...scene, picture, box }), text: `${index}` }))
        const posters = pairs.map(([, scene]) => ({ ...inPicture({ ...scene, picture, box }), text: 'poster' }))
        expect(heldOut([...posters, ...held], picture, box)).toEqual(heldOut(held, picture, box))
      }),
    )
  })
})

test('a large picture is made smaller before it is read, a small one is left as it is', () => {
  expect(sizeToRead(1920, 1080)).toEqual({ width: 960, height: 540 })
  expect(sizeToRead(1080, 1920)).toEqual({ width: 540, height: 960 })
  expect(sizeToRead(640, 480)).toEqual({ width: 640, height: 480 })
})
