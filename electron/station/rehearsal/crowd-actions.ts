/** What a rehearsal crowd's tables propose: action titles and measures that fit a priority. */
import type { Priority } from '../../../shared/domain/event-pack.ts'
import { createDeck, phrases } from './crowd-random.ts'

/** Titles read “what, for whom, how, first step”; the topic is found by counting its words in the priority. */
type Topic = { words: RegExp; what: string[]; measures: string[] }

/** What every service can do, and the topic of a priority that names no other. */
const COMMITMENT: Topic = {
  words: /commit|champion|directorate|service|partner|understand|strateg|plan\b|board/gi,
  what: phrases(
    'Adopt one business objective | Put corporate parenting in every induction | Add a question to every committee report | Name a champion in each team | Build it into all contracts | Give foster carers on our staff extra leave | Bring progress to the board each quarter | Sign a partnership promise | Hold a day like this every year | Put kind words in every form | Share one page of numbers | Ask new leaders to meet young people first',
  ),
  measures: phrases(
    'every directorate has an objective by April | # contracts signed with the clause | all new starters told | # colleagues who foster | progress seen at each board',
  ),
}

const TOPICS: Topic[] = [
  COMMITMENT,
  {
    words: /work|apprentic|job|employ|interview|career/gi,
    what: phrases(
      'Guarantee an interview to everyone who meets the minimum | Keep one in ten apprenticeships | Ask every new supplier for a work placement | Open a week of work experience in every service | Ring-fence traineeships | Start a jobs breakfast with local firms | Pay travel to the first month of work | Train managers to interview kindly | Match each placement with a buddy | Publish one list of placements | Hold a careers evening behind the scenes | Add a line to every job advert',
    ),
    measures: phrases(
      '# placements taken up | # guaranteed interviews held, and jobs won | # young people still in work after six months | every directorate has offered at least one place | # employers on the list',
    ),
  },
  {
    words: /home|hous|tenanc|live|belong|safe/gi,
    what: phrases(
      'Name one link officer in housing | Keep flats back each year | Pay for carpets, curtains and a cooker | Give the most points on the housing list | Offer a practice flat | Write a no-homelessness agreement | Let young people stay put after 18 | Run tenancy evenings with supper | Visit each new tenant in the first week | Find homes near school and friends | Recruit supported lodgings hosts | Agree one guarantor scheme',
    ),
    measures: phrases(
      '# homes kept and let | nobody leaves our care without a home of their choice | # tenancies still going after a year | # lodgings hosts recruited | nine in ten say they feel safe where they live',
    ),
  },
  {
    words: /health|wellbeing|dentist|doctor|resilien|emotional/gi,
    what: phrases(
      'Offer a first talk within two weeks | Make a health passport young people like | Name one nurse for care leavers | Keep dental appointments back | Start a walk-and-talk group | Put health advice in young people’s own words | Give free prescriptions cards | Train receptionists to be kind | Send a worker along to the first appointment | Run a drop-in about relationships | Bring counsellors to where young people are | Follow young people who move away',
    ),
    measures: phrases(
      '# young people seen within two weeks | all health passports given at 17 | # places used each month | young people rate appointments 4 of 5 or better | everyone has a dentist',
    ),
  },
  {
    words: /education|school|college|learn|universit|achiev|aspir/gi,
    what: phrases(
      'Keep the same school when a home changes | Give every student a named adult | Lend a laptop from the first day | Pay for every school trip | Start a homework club | Let young people choose their school | Mentor through exams and results | Visit universities together | Train teachers in what care is like | Celebrate every step, not only grades | Find a tutor within two weeks | Open college halls in the holidays',
    ),
    measures: phrases(
      '# laptops lent | nobody changes school in the exam year | attendance up by two points | # young people going on to further study | every young person has a plan they helped to write',
    ),
  },
  {
    words: /voice|listen|heard|participat|involve|children in care council|forum|account|judge/gi,
    what: phrases(
      'Put two young people on every panel | Answer each question within two weeks | Pay young people for their time | Hold one meeting a year on their ground | Publish “you said, we did” | Hold a course for councillors led by young people | Make a film each year | Find a room and a budget | Ask the quiet ones one to one | Let young people write the agenda | Invite those who live outside the area | Show faces and names of corporate parents',
    ),
    measures: phrases(
      '# young people took part, a third of them for the first time | every question answered within two weeks | # changes made because someone said so | all councillors trained | young people say they were heard: 4 of 5',
    ),
  },
  {
    words: /leisure|library|libraries|universal|sport|hobb|culture|opportunit|pass\b|trips/gi,
    what: phrases(
      'Give leisure passes | Issue a library card that moves along | Hold free places in holiday clubs | Open the theatre’s dress rehearsals | Pay for one hobby each | Take swimming lessons off the waiting list | Lend bicycles and helmets | Offer music lessons | Let a friend come free | Put on a family day in the park | Share unsold tickets | Make passports before 16',
    ),
    measures: phrases(
      '# passes issued; half used every month | # places used in the holidays | every child has a hobby they chose | # families came | all library cards issued on the first day',
    ),
  },
  {
    words: /mentor|check in|rings?\b|call/gi,
    what: phrases(
      'Ask each senior manager to mentor one young person | Train and look after mentors | Start a Sunday call list | Match mentors by what people love doing | Bring back former mentors | Ask firms to give an hour a week | Mentor in the first year of university | Offer a mentor who has been in care | Keep one mentor through every move | Hold a supper for mentors | Ring on birthdays | Offer a parenting mentor',
    ),
    measures: phrases(
      '# pairs still meeting after a year | # mentors trained | every care leaver who wants a mentor has one | # calls a month | young people would recommend it: 9 of 10',
    ),
  },
  {
    words: /family|identity|friend|relationship|story|who you are|brothers|siblings|happy/gi,
    what: phrases(
      'Keep brothers and sisters together | Open a warm room for family time | Make a memory box with each child | Pay fares to see the people who matter | Hold a reunion every summer | Find independent visitors | Help with life story work after 18 | Keep photographs safe | Let foster carers say yes to sleepovers | Start a supper for young parents | Write letters children can keep | Say every name right',
    ),
    measures: phrases(
      '# family evenings held | every child has a memory box | # brothers and sisters living together | # visitors matched | nobody waits over a month to see someone they miss',
    ),
  },
]

const FOR_WHOM = phrases(
  'for every child in our care | for care leavers up to 25 | for young people who live outside the area | for brothers and sisters in our care | for young people who came here alone | for young parents | for children and their foster families | for those turning 16 | for young people in children’s homes | for care leavers at university or college | for those who have just moved | for young people with disabilities',
)
const HOW = phrases(
  'starting with the three largest services | paid for from what we have | designed with young people | with one page in plain English | in every district | together with health and housing | with a named person to ring | modelled on what works elsewhere | with a sponsor from business | without any new form | with carers in the room | as a pilot at two places first | through the voluntary sector | with training for managers',
)
const FIRST_STEP = phrases(
  '| ; first meeting before the month is out | ; write to partners this week | ; young people check it each term | ; report to the board each quarter | ; begin with ten | ; tell every carer | ; put it in next year’s budget | ; review it in a year | ; agree who pays',
)

/** The topic whose words a priority says most often, its title counting three times; where none is said, the commitment of everyone. */
function topicOf(priority: Priority): Topic {
  const said = `${priority.title} ${priority.title} ${priority.title} ${priority.outcomes.join(' ')}`
  const counts = TOPICS.map((topic) => said.match(topic.words)?.length ?? 0)
  const most = Math.max(...counts)
  return (most === 0 ? undefined : TOPICS[counts.indexOf(most)]) ?? COMMITMENT
}

/** Words actions for the priorities of a pack. Two priorities on one topic share its words, so that neither repeats the other. */
export function createActionWriter(priorities: readonly Priority[], seed: number) {
  const decks = new Map<Topic, ReturnType<typeof createDeck>>()
  const topics = new Map(priorities.map((priority) => [priority.id, topicOf(priority)]))
  /** A title of at most 255 characters and a measure, for the priority with this id; `number` is the figure the measure names. */
  return (priority: string | null, number: number): { title: string; measure: string } => {
    const topic = (priority === null ? undefined : topics.get(priority)) ?? COMMITMENT
    const deck = decks.get(topic) ?? createDeck([topic.what, FOR_WHOM, HOW, FIRST_STEP], seed + TOPICS.indexOf(topic))
    decks.set(topic, deck)
    const [what = '', whom = '', how = '', first = ''] = deck.draw()
    const measure = topic.measures[number % topic.measures.length] ?? ''
    return { title: `${what} ${whom}, ${how}${first}`, measure: measure.replace('#', String(number)) }
  }
}
