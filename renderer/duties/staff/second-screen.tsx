/** Whether the pledge tree stands on a second screen; only where this tablet has one, or had one and is to use it again. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api.tsx'
import { sentenceOf } from '../../client.ts'
import { Tick } from '../../components/fields.tsx'
import { Sentence } from '../../components/sentence.tsx'

export function SecondScreen() {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const wall = useQuery(api.wall.beside.queryOptions())
  const [error, setError] = useState('')
  const { displays = 0, on = false } = wall.data ?? {}
  const isThere = displays > 1
  if (!isThere && !on) return null
  const show = async (wanted: boolean) => {
    setError('')
    try {
      queries.setQueryData(api.wall.beside.queryKey(), await client.wall.show({ on: wanted }))
    } catch (cause) {
      setError(sentenceOf(cause))
    }
  }
  return (
    <section className="stack gap-3" aria-labelledby="second-screen-title">
      <h2 id="second-screen-title">Second screen</h2>
      <Tick
        label="Show the pledge tree there"
        hint="It grows for the whole room to see, whatever this tablet is doing"
        checked={on}
        onChange={(wanted) => void show(wanted)}
      />
      <div role="status">
        {on && !isThere ? (
          <Sentence tone="warn">
            No second screen is connected. The tree is there by itself as soon as one is; let it be a screen of its own,
            not a copy of this one.
          </Sentence>
        ) : null}
      </div>
      {error === '' ? null : <Sentence tone="bad">{error}</Sentence>}
    </section>
  )
}
