/** One order of people everywhere: badges, the sign-in sheet and the roll call lie side by side on a desk. */
import { expect, test } from 'vitest'
import { NO_ROLL, withLatest } from '../../renderer/duties/sign-in/roll-call/roll.ts'
import { fc, runs } from '../support/chance.ts'
import { ewa, readyStation, steward } from '../support/test-station.ts'

const HARD = [
  'Jan van der Berg',
  'Jack Ma',
  'Jill Gray OBE',
  'Ada Lovelace, PhD',
  'Łukasz Żółć',
  '王小明',
  'Cher',
  'Sam (she/her)',
]

test('badges, the sign-in sheet and the roll call have the same people in the same order, by surname', async () => {
  const name = fc.oneof(
    fc.constantFrom(...HARD),
    fc
      .tuple(fc.constantFrom('Ann', 'Zoë', 'Óscar', 'Dr Bo'), fc.constantFrom('Reid', 'reid', 'O’Brien', 'Obama'))
      .map((two) => two.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, fc.constantFrom('Elmdon House', 'Meriden Motors')), { minLength: 2, maxLength: 20 }),
      async (people) => {
        const station = await readyStation()
        for (const [called, organisation] of people)
          station.signIn.signIn(steward, station.signIn.add(steward, { ...ewa, name: called, organisation }))
        const badges = station.badges.people({
          who: 'all',
          sector: null,
          table: null,
          order: 'surname',
          offset: 0,
          limit: 500,
        })
        const sheet = station.paper.sheet({ who: 'everyone', from: 'A', to: '#', offset: 0, limit: 500 })
        const roll = withLatest(NO_ROLL, station.rollCalls.people({ rollCall: null, cursor: null, from: null }))
        expect(sheet.items.map(({ id }) => id)).toEqual(badges.items)
        expect(roll.order).toEqual(badges.items)
        station.close()
      },
    ),
    { numRuns: runs(8) },
  )
})
