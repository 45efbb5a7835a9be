import { describe, expect, test } from 'vitest'
import type { Duty } from '../../shared/domain/duty.ts'
import { aPledge, ewa, organiser } from '../support/test-station.ts'
import { hear } from './answers.ts'
import { readyTablet, TRANSPORTS } from './tablet.ts'

const NOT_YOURS = { code: 'NOT_ALLOWED', status: 403, defined: true, data: { needs: 'steward' } }

// What a row of the table cannot say: what is somebody's own while they stand there.
describe.each(TRANSPORTS)('while somebody stands there, over %s', (transport) => {
  test.each<Duty>(['pledges', 'workshop'])(
    'the pledge that they made is theirs, on that screen and until they go, at the duty %s',
    async (duty) => {
      const { screen } = await readyTablet(transport, duty)
      const [theirs, other] = [screen(), screen('wall')]
      const { id } = await theirs.pledges.make(aPledge)
      expect(await theirs.pledges.read({ id })).toMatchObject({ id, quantity: 4 })
      expect(await theirs.pledges.amend({ id, quantity: 5, reason: '' })).toMatchObject({ quantity: 5 })
      expect(await theirs.pledges.withdraw({ id, reason: '' })).toMatchObject({ status: 'withdrawn' })
      expect(await theirs.pledges.restore({ id, reason: '' })).toMatchObject({ status: 'live' })
      const asked = { id, reason: '' }
      const everyWay = (client: typeof theirs) =>
        Promise.all([
          hear(() => client.pledges.read({ id })),
          hear(() => client.pledges.amend({ ...asked, quantity: 6 })),
          hear(() => client.pledges.withdraw(asked)),
          hear(() => client.pledges.restore(asked)),
        ])
      for (const { answer } of await everyWay(other)) expect(answer).toMatchObject(NOT_YOURS)
      await theirs.pledges.endVisit()
      for (const { answer } of await everyWay(theirs)) expect(answer).toMatchObject(NOT_YOURS)
    },
  )

  test('at a door without a steward their own badge is theirs to print, and nobody else’s', async () => {
    const { kiosk, screen } = await readyTablet(transport, 'sign-in')
    const station = kiosk.station()
    if (station === null) throw new Error('This tablet is not ready')
    station.changeDoor({ badges: { ...station.door().badges, onSignIn: true } })
    const [own, others] = [station.signIn.add(organiser, ewa), station.signIn.add(organiser, ewa)]
    const client = screen()
    await client.selfService.scan({ text: station.signIn.badge(own) })
    await client.selfService.signIn({ person: own, details: {}, needs: { access: '', dietary: '' } })
    expect(await client.badges.contents({ delegates: [own] })).toMatchObject([{ id: own }])
    const { answer } = await hear(() => client.badges.contents({ delegates: [own, others] }))
    expect(answer).toMatchObject(NOT_YOURS)
    await client.selfService.endVisit()
    expect((await hear(() => client.badges.contents({ delegates: [own] }))).answer).toMatchObject(NOT_YOURS)
  })
})
