/** What a rehearsal crowd writes on its notes: short ideas that answer the question they are stuck to. */
import { createDeck, phrases } from './crowd-random.ts'

type Answer = {
  words: RegExp
  lists: [string[], string[], string[]]
  join: (a: string, b: string, c: string) => string
}

const HOW = phrases(
  'told by a care leaver | led by young people | with one true story | in under two minutes | with tea and cake | with a picture, not a slide | by someone from another sector | every quarter | at the start, not the end | with carers in the room | in plain words | with a thank-you | and ask them for one promise | and say what changed since',
)
const WHEN = phrases(
  '| from next week | before Christmas | in every team | once a term | starting with my own team | for new councillors as well | for night shifts too | in all our buildings | when budgets are set | at every site | for our suppliers too | with the union | for as long as it takes',
)
const asPhrase = (a: string, b: string, c: string): string => `${a}, ${b}${c === '' ? '' : `, ${c}`}`

const ANSWERS: Answer[] = [
  {
    words: /draft/i,
    lists: [
      phrases(
        'Say who leads on | Give a date for | Put numbers beside | Keep the part about | Say more about | Use plainer words for | Move to the front | Ask young people again about | Name the partners for | Show the money for | Drop the table on | Give an example of',
      ),
      phrases(
        'work placements | leaving care | health information | brothers and sisters | choosing a school | training for councillors | foster carers who work for us | leisure and libraries | contracts | housing | mentoring | how we listen',
      ),
      phrases(
        '| ; my organisation would sign it then | ; we can help to write it | ; it is too vague now | ; young people asked for it today | ; other councils do this well | ; staff will ask | ; the board needs it | ; one page is enough | ; we did this in 2008 and it worked | ; it is the heart of it',
      ),
    ],
    join: (a, b, c) => `${a} ${b}${c}`,
  },
  {
    words: /word or phrase|which words|say instead/i,
    lists: [
      phrases(
        '“placement”, we say “home” | “placement breakdown”, we say “a move” | “siblings group”, we say “brothers and sisters” | “respite”, we say “a stay with friends” | “challenging behaviour”, we say “upset, and telling us” | “peers”, we say “friends” | “transition”, we say “moving on” | “service user”, we say a name | “case”, we say “family” | “in the system”, we say “in our care” | “statutory visit”, we say “coming to see you” | “absconded”, we say “missing, and missed” | “independent living”, we say “my own place” | “unaccompanied minor”, we say “a young person who came here alone”',
      ),
      phrases(
        'in letters | in meetings | in front of children | on our forms | on the phone | in reports | on the door | in the file | in e-mails | in supervision | at school | in court papers where we can',
      ),
      phrases(
        '| ; young people asked us to | ; start on Monday | ; I said it wrong this morning | ; put it on a card | ; tell the agency staff | ; check the website | ; and gently correct each other | ; new starters first',
      ),
    ],
    join: (a, b, c) => `Instead of ${a} ${b}${c}`,
  },
  {
    words: /stops?\b|in the way|barrier/i,
    lists: [
      phrases(
        'Worry about insurance | Not knowing whom to ring | Too many forms | No time to look after someone | Fear of getting it wrong | Bus fares | Checks that take months | Shifts that start before the first bus | Nobody asked us | Small firms think it is for big ones | A bad experience years ago | Not knowing what young people like',
      ),
      phrases(
        'one page that answers it | one phone number | a visit from someone who has done it | a buddy firm | a small fund | the council fills in the forms | a day for trying it out | young people explain it themselves | a template we can copy | cover for the first day | the Chamber could broker it | a short film',
      ),
      phrases(
        '| ; we would sign up then | ; ask us in January | ; it costs almost nothing | ; health did this | ; we can host it | ; let us start with three firms | ; it worked at my last job | ; I can help write it',
      ),
    ],
    join: (a, b, c) => `${a}: ${b}${c}`,
  },
  {
    words: /who (else|should|in)|been in this room/i,
    lists: [
      phrases(
        'The bus company | The football club | Letting agents | The fire service | A driving school | Barbers and hairdressers | The job centre | The market traders | The mosque and the church | Supermarket managers | The college canteen team | A bank | The post office | The pub landlord | The allotment society',
      ),
      phrases(
        'could give passes | knows every street | would say yes if asked | already helps quietly | has hired young people before | has a room | can teach a trade | could sponsor a trip | sees who is lonely | is trusted by young people | opens early and closes late | could say hello by name',
      ),
      phrases(
        '| ; I will ask them | ; invite them in spring | ; they live round the corner | ; my sister works there | ; ring, do not write | ; bring a young person along | ; start with coffee | ; they asked about fostering',
      ),
    ],
    join: (a, b, c) => `${a} ${b}${c}`,
  },
  {
    words: /get to know|faces/i,
    lists: [
      phrases(
        'A wall of photographs | A pack of cards with faces and names | Short films of each of us | A football match against the councillors | A board game about who does what | An open house at the town hall | A page young people wrote about us | Speed-meeting with pizza | A postcard from each of us | A treasure hunt through the offices | A visit to every children’s home | One phone number with a person behind it',
      ),
      phrases(
        'with what we can do, in simple words | made by the Children in Care Council | with our silliest photograph | kept up to date | in every school and home | sent on the day a child comes to us | with a question we answer | twice a year | and what we promised this year | for carers as well | also for those who live far away | without ties',
      ),
      phrases(
        '| ; young people choose who comes | ; start with ten of us | ; ask them what they would look at | ; I will go first | ; no logos | ; translate it | ; make it small enough for a pocket | ; check it each spring',
      ),
    ],
    join: (a, b, c) => `${a}, ${b}${c}`,
  },
  {
    words: /notice/i,
    lists: [
      phrases(
        'Someone remembers my birthday | There is a face and a name on the wall | They ring when nothing is wrong | I stayed at the same school | My brother comes every weekend | I chose the colour of my room | The form was gone | I got the interview | They came to my show | My worker did not change | I was asked first | My passport came in time | Somebody said sorry | I know whom to ask',
      ),
      phrases(
        'and it is not a big thing | without asking twice | every time | and so do my friends | and my carer knew as well | the same week | and they smiled | like anyone else’s family | even far from home | and nobody made a speech | and it lasted | before I had to ask',
      ),
      phrases(
        '| ; ask young people to score it | ; ask again in a year | ; put it in a film | ; count it | ; tell the Panel | ; on a postcard home | ; in the newsletter | ; in their own words',
      ),
    ],
    join: (a, b, c) => `${a}, ${b}${c}`,
  },
  {
    words: /celebrat/i,
    lists: [
      phrases(
        'An evening at the theatre | A picnic with the mayor | Awards chosen by young people | A wall of handwritten cards | A boat trip | A party at the ice rink | A show by young people | A dinner cooked by chefs and young people | A football match, staff against care leavers | A festival in the park | Names on a tree | A book of the year’s good news',
      ),
      HOW,
      WHEN,
    ],
    join: asPhrase,
  },
  {
    words: /own child|tomorrow/i,
    lists: [
      phrases(
        'Ring to ask how the day was | Turn up at the school play | Find out what makes them laugh | Read the plan and ask one hard question | Look at the room they sleep in | Take them to buy shoes | Fight for the dentist’s appointment | Teach them to cook one dish | Say I am proud of you | Ask a friend for a Saturday job for them | Wait up until they are home | Keep every drawing',
      ),
      phrases(
        'before lunch | and mean it | without being asked | every week | and again the next day | even when it is hard | and tell nobody | with chips afterwards | and remember the answer | whatever my job title | and ask my team to do the same | not only at Christmas',
      ),
      phrases(
        '| ; it takes ten minutes | ; it costs nothing | ; I can start tomorrow | ; I should have asked before | ; it is what my mum did | ; that is all | ; my manager agrees | ; someone did it for me',
      ),
    ],
    join: (a, b, c) => `${a} ${b}${c}`,
  },
]

/** Where no word of the question says what it wants: ways to spread the message. */
const ANYTHING: Answer = {
  words: /$^/,
  lists: [
    phrases(
      'Tell it in every staff induction | A one-minute film before full council | A line in every contract we let | A poster in the lift | Put it in the staff newsletter | A standing item at team meetings | A care leaver’s day in our office | A badge people ask about | A screen saver | A quiz at the away day | A card in every pay packet | A podcast for the bus home | A lunch with foster carers | A letter from the chief executive | A tree in the foyer, like this one | A question at every appraisal',
    ),
    HOW,
    WHEN,
  ],
  join: asPhrase,
}

/** Words ideas for a pack's questions; questions that ask for the same kind of thing share its words, so that none repeats another. */
export function createIdeaWriter(seed: number) {
  const decks = new Map<Answer, ReturnType<typeof createDeck>>()
  const answers = new Map<string, Answer>()
  return (question: string): string => {
    const answer = answers.get(question) ?? ANSWERS.find(({ words }) => words.test(question)) ?? ANYTHING
    answers.set(question, answer)
    const deck = decks.get(answer) ?? createDeck(answer.lists, seed + ANSWERS.indexOf(answer))
    decks.set(answer, deck)
    const [a = '', b = '', c = ''] = deck.draw()
    return answer.join(a, b, c)
  }
}
