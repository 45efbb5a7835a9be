/** People as an organiser follows them up: who is on the list twice, what two would be together, and what one person did here. */
import type { PersonPage, PersonSide } from '../../../shared/contract/people.ts'
import type { DelegateView, Needs } from '../../../shared/domain/delegate.ts'
import { createNaming } from '../erasing/index.ts'
import { bodyOf, type Journal, people, peopleParted } from '../kernel/journal/index.ts'
import type { Pledges } from '../pledges/index.ts'
import type { LikelyPair, SignIn } from '../sign-in/index.ts'
import type { Workshops } from '../workshops/index.ts'

type Deps = { journal: Journal; signIn: SignIn; pledges: Pledges; workshops: Workshops }

/** More pairs than this are not for one sitting. */
const MOST_PAIRS = 200

export type People = ReturnType<typeof createPeople>

export function createPeople({ journal, signIn, pledges, workshops }: Deps) {
  const { onePerson } = signIn
  const naming = createNaming(journal)
  const countOf = (ids: readonly string[]): number =>
    new Set(ids.flatMap((id) => pledges.ofDelegate(id)).map(journal.leaderOf)).size
  const sideOf = (delegate: DelegateView, needs: Needs, ids: readonly string[]): PersonSide => ({
    delegate,
    needs: needs.access !== '' || needs.dietary !== '',
    pledges: countOf(ids),
  })
  const side = (id: string): PersonSide | null => {
    const delegate = signIn.delegate(id)
    return delegate === null ? null : sideOf(delegate, signIn.needs(id), [id])
  }
  /** An organiser has looked at these two, and said that they are two. */
  const areTwo = (one: string, other: string): boolean =>
    journal.facts.about(people.pairId(one, other)).some((fact) => bodyOf(peopleParted, fact) !== null)

  return {
    /** In steps, for whoever else waits. */
    *likelySame(): Generator<void, { pairs: LikelyPair[]; more: number }> {
      const pairs: LikelyPair[] = []
      let more = 0
      for (const pair of signIn.likelyPairs()) {
        if (pair === null) yield
        else if (areTwo(pair.one.id, pair.other.id)) continue
        else if (pairs.length < MOST_PAIRS) pairs.push(pair)
        else more += 1
      }
      return { pairs, more }
    },
    /** Null where one of them is not on this tablet; `same` where they are one already. */
    compare(one: string, other: string): { one: PersonSide; other: PersonSide; together: PersonSide } | 'same' | null {
      const [left, right, together] = [side(one), side(other), signIn.asOne(one, other)]
      if (left === null || right === null || together === null) return null
      if (left.delegate.id === right.delegate.id) return 'same'
      return { one: left, other: right, together: sideOf(together.delegate, together.needs, [one, other]) }
    },
    /** Null where nobody is on this tablet under this id. */
    page(id: string): PersonPage | null {
      const delegate = signIn.delegate(id)
      if (delegate === null) return null
      const { whole } = naming.personOf(journal.membersOf(id))
      const theirs = new Set(pledges.ofDelegate(id).map(journal.leaderOf))
      return {
        delegate,
        steps: signIn.stepsOf(id),
        pledges: [...theirs].flatMap((pledge) => {
          const view = pledges.read(pledge)
          return view !== null && journal.leaderOf(view.delegate ?? '') === delegate.id ? [view] : []
        }),
        ...workshops.naming(whole.isIn),
        merges: onePerson.mergesOf(id).map((merge) => ({
          id: merge.id,
          names: [onePerson.nameOn(merge.one), onePerson.nameOn(merge.other)],
          reason: merge.reason,
        })),
      }
    },
  }
}
