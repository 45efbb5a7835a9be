/** The notes on the table: one set for each question the session asks. */
import { Lightbulb, Pencil, Plus, Trash2 } from 'lucide-react'
import type { IdeaView } from '../../../shared/domain/action.ts'
import type { Session } from '../../../shared/domain/event-pack.ts'
import { Button } from '../../components/button.tsx'
import { whoInOrder } from '../../words/who.ts'

type Props = {
  questions: Session['questions']
  ideas: readonly IdeaView[]
  /** False where nothing new is written. */
  isOpen: boolean
  onPost: (question: string) => void
  onOpen: (idea: IdeaView) => void
  onWithdraw: (idea: IdeaView) => void
}

export function IdeaBoard({ questions, ideas, isOpen, onPost, onOpen, onWithdraw }: Props) {
  return questions.map((question) => {
    const own = ideas.filter((idea) => idea.question === question.id)
    return (
      <section key={question.id} className="stack gap-3" aria-labelledby={`question-${question.id}`}>
        <h2 id={`question-${question.id}`} className="workshop-question beside top">
          <Lightbulb className="icon" aria-hidden />
          <span>{question.words}</span>
        </h2>
        {question.hint === '' ? null : <p className="small muted">{question.hint}</p>}
        <ul className="workshop-notes">
          {own.map((idea) => (
            <li key={idea.id} className="workshop-note stack gap-1">
              <p>{idea.text}</p>
              <p className="tiny">{whoInOrder(idea) || 'no name given'}</p>
              <span className="workshop-note-foot">
                <Button look="quiet" aria-label={`Change the idea: ${idea.text}`} onClick={() => onOpen(idea)}>
                  <Pencil className="icon" aria-hidden />
                </Button>
                <Button look="quiet" aria-label={`Take back the idea: ${idea.text}`} onClick={() => onWithdraw(idea)}>
                  <Trash2 className="icon" aria-hidden />
                </Button>
              </span>
            </li>
          ))}
          {isOpen && question.closed !== true ? (
            <li className="workshop-add">
              <Button
                look="ghost"
                icon={Plus}
                aria-label={`Add an idea: ${question.words}`}
                onClick={() => onPost(question.id)}
              >
                Idea
              </Button>
            </li>
          ) : null}
        </ul>
        {own.length > 0 && own.length < question.wanted ? (
          <p className="small muted">
            {question.wanted - own.length} more {question.wanted - own.length === 1 ? 'is' : 'are'} asked for.
          </p>
        ) : null}
      </section>
    )
  })
}
