/** The page of a question. */
import { assertNever } from '../../../shared/domain/never.ts'
import type { FormView } from './form-view.ts'
import { ByWhenPage } from './pages/by-when-page.tsx'
import { CheckPage } from './pages/check-page.tsx'
import { ContactPage } from './pages/contact-page.tsx'
import { HowManyPage } from './pages/how-many-page.tsx'
import { KindPage } from './pages/kind-page.tsx'
import { NamePage } from './pages/name-page.tsx'
import { OrganisationPage } from './pages/organisation-page.tsx'
import { PriorityPage } from './pages/priority-page.tsx'
import { WhoPage } from './pages/who-page.tsx'
import { WordingPage } from './pages/wording-page.tsx'

export function Question({ form }: { form: FormView }) {
  switch (form.step) {
    case 'who':
      return <WhoPage form={form} />
    case 'organisation':
      return <OrganisationPage form={form} />
    case 'kind':
      return <KindPage form={form} />
    case 'wording':
      return <WordingPage form={form} />
    case 'how-many':
      return <HowManyPage form={form} />
    case 'by-when':
      return <ByWhenPage form={form} />
    case 'priority':
      return <PriorityPage form={form} />
    case 'contact':
      return <ContactPage form={form} />
    case 'name':
      return <NamePage form={form} />
    case 'check':
      return <CheckPage form={form} />
    default:
      return assertNever(form.step)
  }
}
