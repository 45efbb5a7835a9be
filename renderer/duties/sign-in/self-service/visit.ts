/** One person at the door without a steward: what they have said, who they are, and the page that comes next. Pure. */
import type {
  FoundOneself,
  Oneself,
  ScannedOneself,
  SignedInOneself,
} from '../../../../shared/contract/self-service.ts'

/** Who somebody says they are: three answers, asked for one at a time and only while they are needed. */
export type Question = 'name' | 'organisation' | 'email'
/** What somebody may change or add before they are in. */
export type Wish = 'name' | 'organisation' | 'area' | 'role' | 'sector' | 'email' | 'access' | 'dietary'

type Page =
  | { name: 'welcome' }
  | { name: 'scan' }
  | { name: 'ask'; question: Question }
  | { name: 'not-found' }
  | { name: 'is-this-you'; person: Oneself; wishes: Wishes }
  | { name: 'details'; person: Oneself; wishes: Wishes }
  | { name: 'change'; person: Oneself; wishes: Wishes; wish: Wish }
  | { name: 'done'; answer: SignedInOneself }
  | { name: 'staff' }

export type Wishes = Record<Wish, string>
export type Notice = { tone: 'warn' | 'bad'; words: string }

export type Visit = {
  page: Page
  /** What was typed to be found; it stays on the screen while this person does, and no longer. */
  typed: Record<Question, string>
  notice: Notice | null
  /** They typed one word and were asked for their whole name. */
  oneWord: boolean
}

export const NOBODY: Visit = {
  page: { name: 'welcome' },
  typed: { name: '', organisation: '', email: '' },
  notice: null,
  oneWord: false,
}

export const goTo = (visit: Visit, page: Page, notice: Notice | null = null): Visit => ({ ...visit, page, notice })
export const ask = (visit: Visit, question: Question, notice: Notice | null = null): Visit =>
  goTo(visit, { name: 'ask', question }, notice)

/** Sends to the station the answers up to this question; those after it have not been asked. */
export const saidUpTo = (question: Question, { name, organisation, email }: Visit['typed']) => ({
  name,
  organisation: question === 'name' ? null : organisation,
  email: question === 'email' ? email : null,
})

const EVERYTHING_EMPTY: Wishes = {
  name: '',
  organisation: '',
  area: '',
  role: '',
  sector: '',
  email: '',
  access: '',
  dietary: '',
}

const meet = (visit: Visit, person: Oneself): Visit =>
  goTo(visit, {
    name: 'is-this-you',
    person,
    // Only what the station says of them; the rest starts empty, and stays as it is where it is left so.
    wishes: { ...EVERYTHING_EMPTY, name: person.name, organisation: person.organisation },
  })

const waitWords = (seconds: number): string =>
  `Many names have been asked for here just now. Please ask a steward at the desk to help you, or try once more in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`

/** What the station made of a name. */
export function afterFind(visit: Visit, answer: FoundOneself): Visit {
  switch (answer.code) {
    case 'found':
      return meet(visit, answer.person)
    case 'not-found':
      return goTo(visit, { name: 'not-found' })
    case 'wait':
      return { ...visit, notice: { tone: 'warn', words: waitWords(answer.seconds) } }
    case 'more-needed':
      return answer.ask === 'whole-name'
        ? {
            ...ask(visit, 'name', {
              tone: 'warn',
              words: 'Please type your whole name: your first name and your family name.',
            }),
            oneWord: true,
          }
        : ask(visit, answer.ask)
  }
}

/** What the station made of a badge. Whoever scans it is somebody new: what was typed before is not theirs. */
export function afterScan(visit: Visit, answer: ScannedOneself): Visit {
  switch (answer.code) {
    case 'found':
      return meet(NOBODY, answer.person)
    case 'withdrawn':
      return goTo(NOBODY, { name: 'done', answer })
    case 'unknown-badge':
      return afterBadScan(visit, 'We do not know that code. Try it once more, or type your whole name.')
    case 'other-event':
      return afterBadScan(visit, `That badge is for another event, ${answer.event}. Please type your whole name.`)
    case 'wait':
      return afterBadScan(visit, waitWords(answer.seconds))
  }
}

/** Stays with the question or the camera that is open, and otherwise asks for the name. */
function afterBadScan(visit: Visit, words: string): Visit {
  const notice: Notice = { tone: 'warn', words }
  return visit.page.name === 'ask' || visit.page.name === 'scan' ? { ...visit, notice } : ask(NOBODY, 'name', notice)
}

/** True where a badge may begin a new visit; somebody who is writing is not to lose it to the badge of the next. */
export const mayScan = ({ page }: Visit): boolean => page.name !== 'details' && page.name !== 'change'

export const SCANNED_MEANWHILE: Notice = {
  tone: 'warn',
  words: 'A badge was scanned. To sign in somebody else, finish here first, or start again.',
}

/** “No, that is not me”: the next question that could tell them apart from whoever that was. */
export function notMe(visit: Visit): Visit {
  const { name, organisation, email } = visit.typed
  if (name === '') return ask(visit, 'name', { tone: 'warn', words: 'Then please type your whole name.' })
  if (organisation === '') return ask(visit, 'organisation')
  return email === '' ? ask(visit, 'email') : goTo(visit, { name: 'not-found' })
}

/** The page before this one; null at the welcome. */
export function back(visit: Visit): Visit | null {
  const { page } = visit
  switch (page.name) {
    case 'welcome':
    case 'done':
      return null
    case 'scan':
    case 'staff':
      return NOBODY
    case 'ask':
      return page.question === 'name' ? NOBODY : ask(visit, page.question === 'email' ? 'organisation' : 'name')
    case 'not-found':
      return ask(visit, 'name')
    case 'is-this-you':
      return visit.typed.name === '' ? NOBODY : ask(visit, 'name')
    case 'details':
      return goTo(visit, { name: 'is-this-you', person: page.person, wishes: page.wishes })
    case 'change':
      return goTo(visit, { name: 'details', person: page.person, wishes: page.wishes })
  }
}

/** What is sent with the sign-in: only what they changed or added. */
export function wished({ person, wishes }: { person: Oneself; wishes: Wishes }) {
  const { name, organisation, area, role, sector, email, access, dietary } = wishes
  return {
    person: person.id,
    details: {
      ...(name === person.name ? {} : { name }),
      ...(organisation === person.organisation ? {} : { organisation }),
      ...(area === '' ? {} : { area }),
      ...(role === '' ? {} : { role }),
      ...(sector === '' ? {} : { sector }),
      ...(email === '' ? {} : { email }),
    },
    needs: { access, dietary },
  }
}
