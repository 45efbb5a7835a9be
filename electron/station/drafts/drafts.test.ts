import { describe, expect, test } from 'vitest'
import { openTestKiosk, portClient, setUpAnswers } from '../../../test/support/test-client.ts'
import { handClock, openTest, PIN, readyStation, shippedPack } from '../../../test/support/test-station.ts'

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

  test('what is being typed on one page is told to no other, and nothing of it is lost where another types in the same form', async () => {
    const station = await readyStation()
    const [one, other] = [{}, {}]
    station.drafts.save('pledge', '"Ewa"', one)
    expect(station.drafts.open('pledge', other)).toBeNull()
    station.drafts.clear('pledge', other)
    station.drafts.park('pledge', other)
    expect(station.drafts.open('pledge', one)?.body).toBe('"Ewa"')
    station.drafts.save('pledge', '"Kwame"', other)
    expect(station.drafts.open('pledge', one)).toBeNull()
    expect(station.drafts.parked().map(({ body }) => body)).toEqual(['"Ewa"'])
    // A steward brings it back on the page where they stand.
    const [parked] = station.drafts.parked()
    station.drafts.resume(parked?.id ?? 0, one)
    expect(station.drafts.open('pledge', one)?.body).toBe('"Ewa"')
    expect(station.drafts.open('pledge', other)).toBeNull()
  })

  test('after a restart whoever asks first is asked whether it is theirs, and then nobody else is', async () => {
    const station = await readyStation()
    station.drafts.save('pledge', '"Ewa"', {})
    station.close()
    const again = openTest(station.folder)
    const [first, second] = [{}, {}]
    expect(again.drafts.open('pledge', first)?.body).toBe('"Ewa"')
    expect(again.drafts.open('pledge', second)).toBeNull()
  })

  test('what a steward types about somebody is not read on a page that is nobody’s', async () => {
    const kiosk = openTestKiosk()
    await kiosk.setUp({ ...setUpAnswers, pack: shippedPack(), duty: 'pledges' })
    const page = portClient(kiosk)
    await page.staff.unlock({ role: 'steward', pin: PIN })
    await page.drafts.save({ scope: 'walk-in', body: '"Zadie"' })
    expect(await page.drafts.open({ scope: 'walk-in' })).toMatchObject({ body: '"Zadie"' })
    await page.staff.lock()
    expect(await page.drafts.open({ scope: 'walk-in' })).toBeNull()
  })

  test('a clock that was set back does not make a draft from the future', async () => {
    const clock = handClock()
    const station = await readyStation({ now: clock })
    station.drafts.save('pledge', '""')
    clock.set('2016-01-01T00:00:00Z')
    expect(station.drafts.open('pledge')?.age).toBe(0)
  })
})
