/** The page of a question. */
import { type FormView, useStep } from './form-view.ts'
import { CheckPage } from './pages/check-page.tsx'
import { WhoPage } from './pages/who-page.tsx'
import { questionOf } from './questions/all.ts'
import type { Question as Asked } from './questions/question.ts'
import type { Answers } from './questions/all.ts'
import { Shell } from './shell.tsx'

export function Question({ form }: { form: FormView }) {
  if (form.step === 'check') return <CheckPage form={form} />
  if (form.step === 'who') return <WhoPage form={form} />
  return <Page form={form} question={questionOf(form.step)} />
}

function Page({ form, question: { title, hint, Fields } }: { form: FormView; question: Asked<Answers> }) {
  const { errors, proceed, answers, answer } = useStep(form)
  const { pack } = form
  return (
    <Shell
      form={form}
      question={title(answers, pack)}
      hint={hint?.(answers, pack)}
      errors={errors}
      onContinue={proceed}
    >
      {Fields === undefined ? null : <Fields answers={answers} pack={pack} errors={errors} answer={answer} />}
    </Shell>
  )
}
