/** The wood: the same for the same event, within its picture, and shaped like a tree. */
import { describe, expect, test } from 'vitest'
import { inCrown } from './crown.ts'
import { growTree } from './grow.ts'
import { drawLimbs } from './limbs.ts'

const seeds = ['0197-solihull', 'wolverhampton-2010', '']
const shapes = [0.66, 0.94, 1.7]
const trees = seeds.flatMap((seed) => shapes.map((shape) => growTree(seed, shape)))

describe('growing a tree', () => {
  test('every tablet at an event grows the same tree, and another event another', () => {
    const tree = growTree('0197-solihull', 0.94)
    expect(growTree('0197-solihull', 0.94)).toEqual(tree)
    expect(drawLimbs(growTree('0197-solihull', 0.94))).toEqual(drawLimbs(tree))
    expect(growTree('0197-dudley', 0.94).joints).not.toEqual(tree.joints)
  })

  test('all wood hangs together: each joint grows from one before it, and none is thicker than what carries it', () => {
    for (const { joints } of trees) {
      expect(joints[0]?.parent).toBe(-1)
      const loose = joints.filter(
        ({ parent, radius }, i) => i > 0 && (parent >= i || radius > (joints[parent]?.radius ?? 0)),
      )
      expect(loose).toEqual([])
    }
  })

  test('it tapers from a trunk one would sit under to twigs as fine as a pen stroke', () => {
    for (const { joints } of trees) {
      expect(joints[0]?.radius).toBeGreaterThan(15)
      expect(joints[0]?.radius).toBeLessThan(40)
      const tips = joints.filter((joint) => joint.tip)
      expect(tips.length).toBeGreaterThan(250)
      expect(tips.filter(({ radius }) => radius < 0.5 || radius > 1)).toEqual([])
    }
  })

  test('the trunk stands in the middle of the picture, with nothing beside it under the crown', () => {
    for (const { joints, foot, crown, width, height } of trees) {
      expect(foot.x).toBe(width / 2)
      expect(height - foot.y).toBeGreaterThan(30)
      expect(joints.filter(({ x, y }) => y > crown.bottom + 20 && Math.abs(x - foot.x) > 45)).toEqual([])
    }
  })

  test('twigs reach into every corner of the crown, so that no part of the tree stays bare', () => {
    for (const { joints, crown } of trees) {
      const bare: string[] = []
      for (let x = crown.left; x < crown.right; x += 30)
        for (let y = crown.top; y < crown.bottom - 120; y += 30)
          if (inCrown(crown, x, y) && !joints.some((joint) => Math.hypot(joint.x - x, joint.y - y) < 34))
            bare.push(`${x}, ${y}`)
      expect(bare).toEqual([])
    }
  })

  test('the tree is in balance: neither half carries twice what the other does', () => {
    for (const { joints, foot } of trees) {
      const left = joints.filter((joint) => joint.tip && joint.x < foot.x).length
      const right = joints.filter((joint) => joint.tip && joint.x >= foot.x).length
      expect(Math.max(left, right)).toBeLessThan(Math.min(left, right) * 2)
    }
  })
})

describe('drawing the wood', () => {
  test('limbs and roots lie inside the picture', () => {
    for (const tree of trees) {
      const outside = outlinesOf(drawLimbs(tree).wood)
        .flat()
        .filter(({ x, y }) => !(x > 0 && x < tree.width && y > 0 && y < tree.height))
      expect(outside).toEqual([])
    }
  })

  test('all outlines turn the same way, so that no hole opens where two limbs overlap', () => {
    for (const tree of trees)
      expect(outlinesOf(drawLimbs(tree).wood).filter((outline) => areaOf(outline) > 0.5)).toEqual([])
  })
})

type Point = { x: number; y: number }

/** The corners and control points of each closed part of a path. */
function outlinesOf(path: string): Point[][] {
  return path
    .split('Z')
    .filter(Boolean)
    .map((part) => {
      const numbers = [...part.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
      return Array.from({ length: numbers.length / 2 }, (_, i) => ({
        x: numbers[i * 2] ?? NaN,
        y: numbers[i * 2 + 1] ?? NaN,
      }))
    })
}

/** Positive where the outline runs clockwise on the screen. */
function areaOf(outline: readonly Point[]): number {
  return outline.reduce((sum, a, i) => {
    const b = outline[(i + 1) % outline.length] ?? a
    return sum + (a.x * b.y - b.x * a.y) / 2
  }, 0)
}
