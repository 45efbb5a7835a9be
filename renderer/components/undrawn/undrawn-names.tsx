/** Says before anything is printed whose names this tablet cannot draw, and what to do. Nothing where it can draw them all. */
import { useMemo } from 'react'
import { tableWords } from '../../words/table-words.ts'
import { Sentence } from '../sentence.tsx'
import { asDrawn, lacksLetters, missingKinds } from './letters.ts'
import { useUndrawn } from './use-undrawn.ts'

type Person = { id: string; name: string; organisation: string; table: string }

/** So many are named; of more there is the number. */
const NAMED = 6

const wordsOf = ({ name, organisation, table }: Person, undrawn: ReadonlySet<string>): string => {
  const where = [organisation, tableWords(table)].filter(Boolean).join(', ')
  return `${asDrawn(name, undrawn)}${where === '' ? '' : `, ${where}`}`
}

export function UndrawnNames({ people }: { people: readonly Person[] }) {
  const names = useMemo(() => people.map(({ name }) => name), [people])
  const undrawn = useUndrawn(names)
  // A picture beside a name is left out, and nobody is called by it.
  const lacking = people.filter(({ name }) => lacksLetters(name, undrawn))
  if (lacking.length === 0) return null
  const more = lacking.length - NAMED
  const kinds = [...new Set(lacking.flatMap(({ name }) => missingKinds(name, undrawn)))]
  return (
    <Sentence tone="warn">
      <p className="small">
        This tablet cannot draw {lacking.length === 1 ? 'one name' : `${lacking.length} names`}: it has no font for{' '}
        {kinds.join(', ')}.{' '}
        <b>
          {lacking
            .slice(0, NAMED)
            .map((person) => wordsOf(person, undrawn))
            .join('; ')}
          {more > 0 ? `; and ${more} more` : ''}.
        </b>{' '}
        A badge has a line for such a name: write it on by hand. Or ask how they write it in Latin letters, and correct
        it in their details.
      </p>
    </Sentence>
  )
}
