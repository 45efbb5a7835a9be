/** The calls about people as an organiser follows them up. */
import { wholeFile } from '../../files/export/index.ts'
import { inSlices } from '../../slices.ts'
import { createGuard } from '../kernel/guard.ts'
import type { SignIn } from '../sign-in/index.ts'
import type { createHeld } from './held.ts'
import { heldFile } from './held-file.ts'
import type { People } from './people.ts'

const { ready } = createGuard<{ people: People; held: ReturnType<typeof createHeld>; signIn: SignIn }>()

const notListed = { message: 'That person is not on this tablet any more. Search for them again.' }
const oneAlready = { message: 'These are one person already. Look at the list again.', data: { code: 'one' } }
const twoAlready = { message: 'These stand apart already. Look at the list again.', data: { code: 'two' } }

export const peopleCalls = {
  likelySame: ready.people.likelySame.handler(async ({ context, signal }) => {
    const { pairs, more } = await inSlices(context.station.people.likelySame(), signal)
    return { pairs: pairs.map(({ why, ...pair }) => ({ ...pair, why: [...why] })), more }
  }),
  compare: ready.people.compare.handler(({ input: { one, other }, context, errors }) => {
    const compared = context.station.people.compare(one, other)
    if (compared === null) throw errors.NOT_FOUND(notListed)
    if (compared === 'same') throw errors.NOT_POSSIBLE(oneAlready)
    return compared
  }),
  merge: ready.people.merge.handler(({ input, context: { station, actor }, errors }) => {
    const { one, other, reason, keeps } = input
    const [left, right] = [station.signIn.delegate(one), station.signIn.delegate(other)]
    if (left === null || right === null) throw errors.NOT_FOUND(notListed)
    if (left.id === right.id) throw errors.NOT_POSSIBLE(oneAlready)
    const id = station.signIn.onePerson.merge(actor, one, other, reason, keeps)
    const delegate = station.signIn.delegate(one)
    if (id === null || delegate === null) throw errors.NOT_FOUND(notListed)
    return { id, delegate }
  }),
  part: ready.people.part.handler(({ input, context: { station, actor }, errors }) => {
    if (!station.signIn.onePerson.part(actor, input.id, input.reason)) throw errors.NOT_POSSIBLE(twoAlready)
    return {}
  }),
  page: ready.people.page.handler(({ input, context, errors }) => {
    const page = context.station.people.page(input.delegate)
    if (page === null) throw errors.NOT_FOUND(notListed)
    return page
  }),
  held: ready.people.held.handler(async ({ input, context, errors, signal }) => {
    const held = context.station.held.on(input.delegate)
    if (held === null) throw errors.NOT_FOUND(notListed)
    const { entries, ...file } = heldFile(held, 'html')
    return { file: await wholeFile(file, signal), entries }
  }),
}
