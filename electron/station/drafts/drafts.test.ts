import { describe, expect, test } from 'vitest'
import { handClock, openTest, readyStation } from '../../../test/support/test-station.ts'

describe('what somebody is typing is never lost and never shown to the next person', () => {
  test('the tablet is switched off mid-sentence and the words are there again', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('pledge', '{"wording":"Three place"}')
    station.drafts.save('pledge', '{"wording":"Three placements"}')
    station.close()
    clock.pass(4000)
    const again = openTest(station.folder, { now: clock })
    expect(again.drafts.open('pledge')).toMatchObject({ body: '{"wording":"Three placements"}', age: 4 })
  })

  test('someone walks away: the draft is parked, the next person starts empty, and a steward brings it back', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"first"')
    station.drafts.park('pledge')
    expect(station.drafts.open('pledge')).toBeNull()
    station.drafts.save('pledge', '"second"')
    const [first] = station.drafts.parked()
    expect(station.drafts.resume(first?.id ?? 0)).toEqual({ scope: 'pledge' })
    expect(station.drafts.open('pledge')?.body).toBe('"first"')
    // The one that was open in its place is not lost either.
    expect(station.drafts.parked().map((draft) => draft.body)).toEqual(['"second"'])
  })

  test('a draft that became a pledge is gone, and a parked one can be thrown away', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"done"')
    station.drafts.clear('pledge')
    expect(station.drafts.open('pledge')).toBeNull()
    station.drafts.save('pledge', '"left"')
    station.drafts.park('pledge')
    station.drafts.discard(station.drafts.parked()[0]?.id ?? 0)
    expect(station.drafts.parked()).toEqual([])
    expect(station.drafts.resume(12)).toBeNull()
  })

  test('a clock that was set back does not make a draft from the future', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('pledge', '""')
    clock.set('2016-01-01T00:00:00Z')
    expect(station.drafts.open('pledge')?.age).toBe(0)
  })
})
