import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../test/support/test-station.ts'
import { cardRoom } from './card-room.ts'
import { choices, kindWords, printed, unnumbered } from './numbered.ts'
import { prioritiesOf, sheetParts } from './sheet-parts.ts'

const whole = shippedPack()
const closing = <Part extends { id: string }>(parts: readonly Part[], ...ids: string[]) =>
  parts.map((part) => ({ ...part, ...(ids.includes(part.id) ? { closed: true } : {}) }))
const workshop = whole.programme.find(({ id }) => id === 'workshop-1')
if (workshop === undefined) throw new Error('The pack has it')
const [firstKind, secondKind] = whole.pledgeTypes
const [firstPriority] = whole.priorities
if (firstKind === undefined || secondKind === undefined || firstPriority === undefined)
  throw new Error('The pack has it')
const pack = {
  ...whole,
  pledgeTypes: closing(whole.pledgeTypes, firstKind.id),
  priorities: closing(whole.priorities, firstPriority.id),
}

describe('what is closed', () => {
  test('is printed on no card, and each other kind and priority keeps its number', () => {
    expect(printed(pack.pledgeTypes, kindWords)).toEqual(printed(whole.pledgeTypes, kindWords).slice(1))
    expect(printed(pack.pledgeTypes, kindWords)[0]).toEqual({ id: secondKind.id, number: 2, words: secondKind.title })
    expect(cardRoom(pack, 1)?.priorities).toEqual(cardRoom(whole, 1)?.priorities.slice(1))
  })

  test('can be entered from a card that is older than that, by the number on it, and is called closed', () => {
    expect(choices(pack.pledgeTypes, kindWords)[0]).toEqual({
      value: firstKind.id,
      label: `1 ${firstKind.title} (closed)`,
    })
    expect(choices(pack.pledgeTypes, kindWords).slice(1)).toEqual(choices(whole.pledgeTypes, kindWords).slice(1))
    const [table] = unnumbered([{ id: 'a', name: 'By the window', closed: true }], ({ name }) => name)
    expect(table).toEqual({ value: 'a', label: 'By the window (closed)' })
  })

  test('stands on no sheet of a table: no priority and no question; what is left has the numbers of the cards', () => {
    const { questions } = workshop
    const [asked] = questions
    expect(questions.length).toBeGreaterThan(1)
    const parts = sheetParts({ ...workshop, questions: closing(questions, asked?.id ?? '') })
    expect(parts.flatMap((part) => (part.kind === 'ideas' ? part.questions.map(({ id }) => id) : []))).toEqual(
      questions.slice(1).map(({ id }) => id),
    )
    const own = { ...workshop, priorities: whole.priorities.slice(0, 3).map(({ id }) => id) }
    expect(prioritiesOf(pack, own).map(({ number }) => number)).toEqual([2, 3])
    // Where all its own are closed, a table writes any that is open.
    expect(prioritiesOf(pack, { ...workshop, priorities: [firstPriority.id] })).toHaveLength(
      whole.priorities.length - 1,
    )
  })
})
