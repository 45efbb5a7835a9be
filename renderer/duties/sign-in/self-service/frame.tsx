/** The frame of every page between the welcome and the last: the way back, the question, and the way on. */
import { ArrowLeft, Info, RotateCcw } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../../../components/button.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import type { FieldError } from '../../../components/fields.tsx'
import { Bar, Dock, Heading, Page } from '../../../components/page.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import type { SelfPage } from './self-page.ts'
import { back } from './visit.ts'

type Props = Pick<SelfPage, 'desk' | 'pack' | 'onRead'> & {
  heading: string
  hint?: ReactNode
  errors?: readonly FieldError[]
  /** Nothing is typed here, so no keyboard will come up from below: it may stand in the middle. */
  calm?: boolean
  /** The main button; it is pressed by Enter in a field too. */
  action?: ReactNode
  onAction?: () => void
  children?: ReactNode
}

const NO_FAULTS: readonly FieldError[] = []

export function Frame({
  desk,
  pack,
  onRead,
  heading,
  hint,
  errors = NO_FAULTS,
  calm,
  action,
  onAction,
  children,
}: Props) {
  const { visit, leave, show } = desk
  const before = back(visit)
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [])
  const goBack = () => {
    if (before === null || before.page.name === 'welcome') leave()
    else show(before)
  }
  return (
    <form
      className="self-form fill stack gap-0"
      noValidate
      autoComplete="off"
      aria-label="Sign yourself in"
      onSubmit={(event) => {
        event.preventDefault()
        if (!desk.busy) onAction?.()
      }}
    >
      <Bar
        lead={
          <Button look="quiet" icon={ArrowLeft} onClick={goBack}>
            Back
          </Button>
        }
        title={<span className="welcome-host if-wide">{pack.name}</span>}
      >
        <Button look="quiet" icon={Info} onClick={onRead}>
          About your information
        </Button>
      </Bar>
      <Page centred={calm} className="self-page">
        <ErrorSummary errors={errors} />
        {visit.notice === null ? null : <Sentence tone={visit.notice.tone}>{visit.notice.words}</Sentence>}
        <div className="stack gap-3">
          <Heading>{heading}</Heading>
          {hint === undefined ? null : <p className="muted self-hint">{hint}</p>}
        </div>
        {children}
      </Page>
      <Dock>
        <Button look="quiet" icon={RotateCcw} onClick={leave}>
          Start again
        </Button>
        {action === undefined ? null : <span className="push self-action">{action}</span>}
      </Dock>
    </form>
  )
}
