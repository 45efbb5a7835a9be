/** What a rehearsal crowd writes on its notes: short ideas that answer the question they are stuck to. */
import { createDeck } from './crowd-random.ts'
import type { Phrases } from './phrases.ts'

type Answer = Phrases['ideas']['anything']

/** Words ideas for a pack's questions; questions that ask for the same kind of thing share its words, so that none repeats another. */
export function createIdeaWriter({ answers: known, anything, second, third }: Phrases['ideas'], seed: number) {
  const decks = new Map<Answer, ReturnType<typeof createDeck>>()
  const answers = new Map<string, Answer>()
  return (question: string): string => {
    const answer = answers.get(question) ?? known.find(({ words }) => question.search(words) >= 0) ?? anything
    answers.set(question, answer)
    const lists = [answer.first, answer.second ?? second, answer.third ?? third]
    const deck = decks.get(answer) ?? createDeck(lists, seed + known.findIndex((one) => one === answer))
    decks.set(answer, deck)
    const [a = '', b = '', c = ''] = deck.draw()
    return answer.reads
      .replace('{first}', () => a)
      .replace('{second}', () => b)
      .replace('{third}', () => c)
  }
}
