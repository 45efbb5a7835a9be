/** A disk that was copied, and both go on under one id: nothing of either is lost, taken out by mistake, or kept from opening. */
import { expect, test } from 'vitest'
import { copied, isWhole, wordings } from '../../../../test/support/copied-disk.ts'
import { carry, factsOf } from '../../../../test/support/merge.ts'
import { tempFolder } from '../../../../test/support/temp-folder.ts'
import { anyone, aPledge, ewa, openTest, organiser } from '../../../../test/support/test-station.ts'
import { forkSettled } from './rulings.ts'

test('a tablet that hears how its own copy went on opens again, and goes on from there', async () => {
  const { clock, here, copy } = await copied()
  copy.pledges.make(anyone, { ...aPledge, wording: 'At the copy' })
  carry(copy, here)
  here.close()
  const again = openTest(here.folder, { now: clock })
  clock.pass(1000)
  again.pledges.make(anyone, { ...aPledge, wording: 'Back here' })
  expect(wordings(again)).toEqual(['Back here', 'At the copy'])
  isWhole(again)
})

test('what is written after a fork was settled counts where it was written, too', async () => {
  const { clock, here, copy } = await copied()
  here.pledges.make(anyone, { ...aPledge, wording: 'Here' })
  copy.pledges.make(anyone, { ...aPledge, wording: 'At the copy' })
  carry(copy, here)
  const chosen = factsOf(here).find(({ body }) => body['wording'] === 'Here')
  if (chosen === undefined) throw new Error('It was written here')
  const { station, seq, hash } = chosen
  const other = openTest(tempFolder(), { now: clock })
  carry(here, other)
  here.journal.commit(organiser, (write) => {
    write.about(forkSettled, here.currentEvent()?.id ?? '', { station, seq, hash, reason: 'The one at the door' })
  })
  clock.pass(1000)
  here.pledges.make(anyone, { ...aPledge, wording: 'Later' })
  isWhole(here)
  expect(wordings(here)).toEqual(['Later', 'Here'])
})

test('who is forgotten goes out of the words of one branch, and the fact of that number in the other keeps its own', async () => {
  const { here, copy } = await copied()
  here.pledges.make(anyone, { ...aPledge, wording: 'Ewa Kaur shows us round' })
  copy.pledges.make(anyone, { ...aPledge, wording: 'Three days in the woods' })
  const id = here.signIn.add(organiser, ewa)
  carry(copy, here)
  here.eraseDelegate(organiser, id, 'They asked')
  const said = JSON.stringify(factsOf(here))
  expect(said).not.toContain('Ewa Kaur')
  expect(said).toContain('Three days in the woods')
})
