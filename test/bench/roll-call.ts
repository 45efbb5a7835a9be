/** A roll call of a full hall, as the steward who calls it feels it: from a press on a row to what the station answered, beside the name. */
import type { Figure } from './figure.ts'
import { percentile } from './measure.ts'
import { atOpenDoor } from './open-door.ts'

const HALL = { people: 5000, warmUp: 10, measured: 100 }
const CALLER = 'Sam Steward'

/**
 * `roll-call-tick-p50` and `-p95`, in milliseconds: from a press on a row to the painted number of those still to find and the answer
 * beside the name, 5,000 people in the building. Against the bare call over HTTP from the same page, in turns with it.
 */
export const benchRollCall = (): Promise<Figure[]> =>
  atOpenDoor(
    HALL.people,
    async ({ page }) => {
      await page.getByRole('link', { name: 'Roll call' }).click()
      await page.getByLabel('Your name').fill(CALLER)
      await page.getByRole('button', { name: 'Start the roll call' }).click()
      await page.getByText('still to find').first().waitFor()
      const ours: number[] = []
      const floor: number[] = []
      for (let turn = -HALL.warmUp; turn < HALL.measured; turn += 1) {
        const time = await page.evaluate(pressNext, CALLER)
        const bare = await page.evaluate(tickBarely, CALLER)
        if (turn < 0) continue
        ours.push(time)
        floor.push(bare)
      }
      return [0.5, 0.95].map((share) => ({
        name: `roll-call-tick-p${share * 100}`,
        value: percentile(ours, share),
        unit: 'ms',
        against: 'the bare call over HTTP',
        againstValue: percentile(floor, share),
      }))
    },
    { here: true },
  )

/** In the page: presses the first row that nobody has ticked; answers with the time until it is painted as the station answered it. */
async function pressNext(caller: string): Promise<number> {
  const box = [...document.querySelectorAll<HTMLInputElement>('.roll-list input')].find((input) => !input.checked)
  const row = box?.closest('label')
  const number = document.querySelector('.roll-big b')
  if (row === null || row === undefined || number === null) throw new Error('No row is left')
  row.scrollIntoView()
  const before = number.textContent
  const from = performance.now()
  row.click()
  for (;;) {
    const painted = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    if (number.textContent !== before && row.textContent.includes(caller)) return painted - from
  }
}

/** In the page: ticks somebody whom the list does not show, by nothing but the call; answers with its time. */
async function tickBarely(by: string): Promise<number> {
  const { answer: state } = await window.pageWatch.call('rollCall/state', undefined)
  const rollCall = (state as { open: { id: string } }).open.id
  const { answer: roll } = await window.pageWatch.call('rollCall/people', { rollCall, cursor: null, from: null })
  const { items } = roll as { items: { id: string; tick: unknown }[] }
  const person = items.findLast(({ tick }) => tick === null)
  if (person === undefined) throw new Error('Nobody is left')
  return (await window.pageWatch.call('rollCall/tick', { rollCall, delegate: person.id, ticked: true, by })).time
}
