/** How many gave each answer at the way out, among the numbers of attendance. */
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api.tsx'
import { ShareTable } from '../numbers/share-table.tsx'

export function WayOutShares() {
  const { api } = useApi()
  const numbers = useQuery(api.wayOut.numbers.queryOptions()).data
  if (numbers === undefined || numbers === null) return null
  const { question, total, answers } = numbers
  return (
    <ShareTable
      title={question}
      of="Answer"
      full="Given"
      line={`Asked at the way out, without any name. ${total === 1 ? '1 answer' : `${total} answers`}.`}
      rows={answers.map(({ words, count }) => ({ name: words === '' ? 'Not asked any more' : words, full: count }))}
      none="Nobody has answered yet."
    />
  )
}
