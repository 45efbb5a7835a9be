/** The picture: what is drawn for no pledge, for one, for many, for a fresh one and for a withdrawn one. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { LEAF_COLOURS } from '../../../shared/domain/event-pack.ts'
import { leafColours } from './leaf-shape.ts'
import { PledgeTree } from './pledge-tree.tsx'
import { TreePicture, type TreeProps } from './tree-picture.tsx'

type PledgeLeaf = TreeProps['leaves'][number]

const pledges = (count: number, fresh = -1): PledgeLeaf[] =>
  Array.from({ length: count }, (_, i) => {
    return { id: `pledge-${i}`, ordinal: i, leaf: leafColours[i % 8] ?? 'other', fresh: i === fresh }
  })

const draw = (leaves: readonly PledgeLeaf[], { growing = false, width = 900, height = 960 } = {}) =>
  renderToStaticMarkup(
    <TreePicture leaves={leaves} seed="0197-solihull" label="" growing={growing} size={{ width, height }} />,
  )

const leavesIn = (markup: string): string[] => markup.match(/<g class="pledge-tree-leaf"[^>]*>/g) ?? []
const budsIn = (markup: string) =>
  (/<g class="pledge-tree-buds">.*?<\/g>/.exec(markup)?.[0].match(/<path/g) ?? []).length

describe('the pledge tree', () => {
  test('a screen reader is told what the picture shows, and nothing of how it is drawn', () => {
    const markup = renderToStaticMarkup(<PledgeTree leaves={[]} seed="s" label="The pledge tree, no pledges yet" />)
    expect(markup).toContain('role="img" aria-label="The pledge tree, no pledges yet"')
    expect(draw(pledges(3))).toMatch(/^<svg [^>]*aria-hidden="true"/)
  })

  test('before the first pledge the tree is in bud; each pledge opens one', () => {
    expect(leavesIn(draw([]))).toHaveLength(0)
    expect(budsIn(draw([]))).toBe(160)
    expect(leavesIn(draw(pledges(1)))).toHaveLength(1)
    expect(budsIn(draw(pledges(1)))).toBe(159)
    expect(budsIn(draw(pledges(300)))).toBe(0)
  })

  test('each pledge is a leaf of its own colour', () => {
    expect(leafColours).toEqual(LEAF_COLOURS)
    const leaves = leavesIn(draw(pledges(142)))
    expect(leaves).toHaveLength(142)
    for (const colour of leafColours) expect(leaves.join('')).toContain(`data-leaf="${colour}"`)
  })

  test('a withdrawn pledge leaves its place empty and moves no other', () => {
    const before = leavesIn(draw(pledges(60)))
    const after = leavesIn(draw(pledges(60).filter(({ ordinal }) => ordinal !== 20)))
    expect(after).toHaveLength(59)
    expect(before.filter((leaf) => !after.includes(leaf))).toHaveLength(1)
    expect(budsIn(draw(pledges(60)))).toBe(budsIn(draw(pledges(60).filter(({ ordinal }) => ordinal !== 20))))
  })

  test('only a fresh leaf unfolds; when the tree grows into view, all do, from the foot up', () => {
    const fresh = pledges(5, 4)
    expect(draw(fresh).match(/pledge-tree-unfold/g)).toHaveLength(1)
    expect(draw(fresh).match(/pledge-tree-halo/g)).toHaveLength(1)
    expect(draw(pledges(5))).not.toContain('pledge-tree-unfold')
    expect(draw(pledges(5), { growing: true }).match(/animation-delay:\d+ms/g)).toHaveLength(5)
  })

  test('past four hundred pledges the leaves are painted on a canvas, the fresh one still unfolding above it', () => {
    const many = pledges(401, 400)
    const markup = draw(many)
    expect(draw(pledges(400))).not.toContain('<canvas')
    expect(markup).toContain('<canvas')
    expect(markup.slice(markup.indexOf('<canvas')).match(/pledge-tree-leaf/g)).toHaveLength(1)
  })

  test.for([
    [1920, 1080, 1700],
    [900, 960, 940],
    [800, 1280, 660],
  ] as const)('in a box of %i by %i the tree takes the shape of the room', ([width, height, wide]) => {
    expect(draw([], { width, height })).toContain(`viewBox="0 0 ${wide} 1000"`)
  })

  test('the page’s content policy has nothing to object to: no style element, no inline style but the delays', () => {
    for (const markup of [draw(pledges(50)), draw(pledges(10), { growing: true })]) {
      expect(markup).not.toContain('<style')
      expect(markup.replaceAll(/style="animation-delay:\d+ms"/g, '')).not.toContain('style=')
    }
  })
})
