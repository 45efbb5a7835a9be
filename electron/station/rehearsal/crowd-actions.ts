/** What a rehearsal crowd's tables propose: action titles and measures that fit a priority. */
import type { Priority } from '../../../shared/domain/event-pack.ts'
import { createDeck } from './crowd-random.ts'
import type { Phrases } from './phrases.ts'

type Topic = Phrases['actions']['commitment']

/** The topic whose words a priority says most often, its title counting three times; undefined where none is said. */
function topicOf(priority: Priority, topics: readonly Topic[]): Topic | undefined {
  const said = `${priority.title} ${priority.title} ${priority.title} ${priority.outcomes.join(' ')}`
  const counts = topics.map((topic) => said.match(topic.words)?.length ?? 0)
  const most = Math.max(...counts)
  return most === 0 ? undefined : topics[counts.indexOf(most)]
}

/** Words actions for the priorities of a pack: titles read “what, for whom, how, first step”. Two priorities on one topic share its words, so that neither repeats the other. */
export function createActionWriter(
  { commitment, topics: others, whom: forWhom, how: ways, firstStep }: Phrases['actions'],
  priorities: readonly Priority[],
  seed: number,
) {
  const all = [commitment, ...others]
  const decks = new Map<Topic, ReturnType<typeof createDeck>>()
  const topics = new Map(priorities.map((priority) => [priority.id, topicOf(priority, all)]))
  /** A title of at most 255 characters and a measure, for the priority with this id; `number` is the figure the measure names. */
  return (priority: string | null, number: number): { title: string; measure: string } => {
    const topic = (priority === null ? undefined : topics.get(priority)) ?? commitment
    const deck = decks.get(topic) ?? createDeck([topic.what, forWhom, ways, firstStep], seed + all.indexOf(topic))
    decks.set(topic, deck)
    const [what = '', whom = '', how = '', first = ''] = deck.draw()
    const measure = topic.measures[number % topic.measures.length] ?? ''
    return { title: `${what} ${whom}, ${how}${first}`, measure: measure.replace('#', String(number)) }
  }
}
