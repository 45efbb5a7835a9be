/** Whose names of the whole list this tablet cannot draw: said where a list is printed or looked after. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api.tsx'
import { UndrawnNames } from './undrawn-names.tsx'

export function UndrawnOnList() {
  const { api } = useApi()
  const people = useQuery(api.paper.otherLetters.queryOptions()).data
  return people === undefined ? null : <UndrawnNames people={people} />
}
