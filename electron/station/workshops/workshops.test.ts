import { describe, expect, test } from 'vitest'
import { anAction, facilitator, readyStation } from '../../../test/support/test-station.ts'

const place = { session: 'workshop-1', table: 'table-7' }

describe('a table keeps its actions in its own order', () => {
  test('three actions, moved up and down without dragging; at either end nothing happens', async () => {
    const { workshops } = await readyStation()
    const [one, two, three] = ['One', 'Two', 'Three'].map(
      (title) => workshops.propose(facilitator, { ...anAction, title }).id,
    )
    const order = () => workshops.table(place).actions.map((action) => action.title)
    expect(order()).toEqual(['One', 'Two', 'Three'])
    expect(workshops.moveAction(facilitator, three ?? '', 'up')).toBe(true)
    expect(order()).toEqual(['One', 'Three', 'Two'])
    expect(workshops.moveAction(facilitator, one ?? '', 'down')).toBe(true)
    expect(order()).toEqual(['Three', 'One', 'Two'])
    expect(workshops.moveAction(facilitator, three ?? '', 'up')).toBe(false)
    expect(workshops.moveAction(facilitator, two ?? '', 'down')).toBe(false)
    workshops.propose(facilitator, { ...anAction, title: 'Four' })
    expect(order()).toEqual(['Three', 'One', 'Two', 'Four'])
  })

  test('an action that was taken back is gone from the table and comes back to its place', async () => {
    const { workshops } = await readyStation()
    const ids = ['One', 'Two', 'Three'].map((title) => workshops.propose(facilitator, { ...anAction, title }).id)
    workshops.withdrawAction(facilitator, ids[1] ?? '', 'Said already')
    expect(workshops.table(place).actions.map((action) => action.title)).toEqual(['One', 'Three'])
    workshops.restoreAction(facilitator, ids[1] ?? '', '')
    expect(workshops.table(place).actions.map((action) => action.title)).toEqual(['One', 'Two', 'Three'])
  })

  test('another table’s actions and ideas are its own', async () => {
    const { workshops } = await readyStation()
    workshops.propose(facilitator, { ...anAction, table: 'table-8' })
    workshops.postIdea(facilitator, {
      ...place,
      table: 'table-8',
      question: 'who-else',
      text: 'A film',
      name: '',
      organisation: '',
    })
    expect(workshops.table(place)).toEqual({ actions: [], ideas: [] })
  })

  test('an amendment changes what it names and nothing else', async () => {
    const { workshops } = await readyStation()
    const before = workshops.propose(facilitator, anAction)
    const after = workshops.amendAction(facilitator, before.id, { measure: 'Every card used once' }, '')
    expect({ ...after, changed: before.changed }).toEqual({ ...before, measure: 'Every card used once' })
  })
})
