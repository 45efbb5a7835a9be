/** What a rehearsal crowd promises: sentences put together for each kind of pledge. */
import type { PledgeType } from '../../../shared/domain/event-pack.ts'
import { createDeck, phrases } from './crowd-random.ts'

/**
 * One kind of promise. `words` find it in a pack's own pledge types, `icons` where no word does. A promise reads “offer, how
 * many, thing, where, care”; in a thing `*` stands for the plural’s s
 * and `[y/ies]` for both endings.
 */
type Kind = { words: RegExp; icons: string; most: number; things: string[]; where: string[]; care: string[] }

const KINDS: Kind[] = [
  {
    words: /guarantee/i,
    icons: 'shield',
    most: 12,
    things: phrases(
      'guaranteed interview* | interview place* kept first | interview* without a sift | promised interview* with a thank-you letter | interview* for anyone who meets the minimum',
    ),
    where: phrases(
      'for all our entry-level jobs | for every apprenticeship we advertise | in our shops and depots | for warehouse and driving jobs | for teaching assistants | for jobs in our offices | for care and support workers | for our summer jobs | for technicians | in all our kitchens',
    ),
    care: phrases(
      'with kind feedback whatever the answer | with a call the day before | with the questions sent ahead | with fares paid | with a tour of the place first | with someone of their choice beside them | and a second chance after six months | by a panel that has had training from care leavers',
    ),
  },
  {
    words: /interview/i,
    icons: 'interview',
    most: 10,
    things: phrases(
      'hour* of interview practice | practice interview* | mock interview* with two managers | evening* of interview practice | CV and interview session* | video practice interview* | coffee-and-CV morning* | practice panel*',
    ),
    where: phrases(
      'at our offices | in the library | at the college | by video, after school | at the leaving care team’s drop-in | in our showroom | at the town hall | in our training room | wherever the young person feels at ease | at the youth club',
    ),
    care: phrases(
      'with written tips to take home | with honest and kind feedback | with a jacket to borrow | with lunch afterwards | and a follow-up before the real day | with someone who has been in care on the panel | with fares paid | and help with the application form | and a reference for those who would like one',
    ),
  },
  {
    words: /apprentice|intern(ship)?s?\b/i,
    icons: 'graduation-cap',
    most: 4,
    things: phrases(
      'apprenticeship* kept for a care leaver | paid internship* | degree apprenticeship* | six-week internship* with a job to apply for | trainee post* | business administration apprenticeship* | apprenticeship* with a mentor from day one | pre-apprenticeship place*',
    ),
    where: phrases(
      'in our workshops | in catering | with the estates team | in nursing support | in our finance office | in horticulture | with the repairs team | in digital services | in early years | in logistics | in our laboratory | in hair and beauty',
    ),
    care: phrases(
      'paid at the living wage | with tools and work clothes | with driving lessons | with time off to study | with a buddy only a year ahead | with rent help in the first month | with a laptop to keep | with a promise of work at the end for those who do well',
    ),
  },
  {
    words: /trade|taster/i,
    icons: 'hammer',
    most: 8,
    things: phrases(
      'taster day* in plumbing | day* with our joiners | bricklaying taster* | Saturday* in the bakery | coding evening* | bicycle repair evening* | taster day* in car body repair | day* with the electricians | weekend* of cooking | gardening day* | hairdressing taster* | day* in the recording studio',
    ),
    where: phrases(
      'in our workshop | on our site | at the college | in our training kitchen | in the yard behind our depot | at the community centre | in an empty flat we are doing up | with a retired master of the trade | in our garage',
    ),
    care: phrases(
      'with boots and tools lent | with something they made to take home | with a safety card at the end | with a hot lunch | with a friend if they like | with a certificate | and a place on the course for those who take to it | with fares paid',
    ),
  },
  {
    words: /words|language/i,
    icons: '',
    most: 4,
    things: phrases(
      'form* put into kind words | letter template* rewritten | staff briefing* on words that care | report* read over by young people | web page* in plain English | poster* of what we say now | meeting* opened with a better word',
    ),
    where: phrases(
      'across our services | in every school office | in our waiting rooms | for new staff | in our minutes | on our front desks | in each district | for everyone who writes to families',
    ),
    care: phrases(
      'checked by young people | with no initials for children anywhere | before the next term | and the old ones thrown away | with a dictionary on each desk | and a prize for the worst phrase found',
    ),
  },
  {
    words: /\bhear|listen|voice|participat/i,
    icons: 'megaphone',
    most: 6,
    things: phrases(
      'poster* of our faces and names | listening lunch* | seat* for young people on our panel | visit* to the children in care council | film* made with young people | suggestion box* with answers | training session* led by young people | open evening* | good-news page*',
    ),
    where: phrases(
      'in our reception | at the youth club | in our head office | at each children’s home | in our surgery | in our schools | at the town hall | on young people’s own ground | online, for those who live far away',
    ),
    care: phrases(
      'with pizza | with a reply within two weeks | with young people paid for their time | with someone for the quiet ones to tell | and a note of what changed | chaired by a care leaver | with fares and a thank-you',
    ),
  },
  {
    words: /work (exp|place)|work\b/i,
    icons: 'briefcase',
    most: 6,
    things: phrases(
      'one-week placement* | two-week placement* | day* of shadowing | Saturday place* | half-term placement* | summer placement* | taster week* | ten-week Friday placement* | placement* with a real project',
    ),
    where: phrases(
      'in our kitchens | with the gardeners | on the front desk | with our drivers and mechanics | in the laboratory | in our design studio | on the wards, behind the scenes | with the sound and light crew | in our warehouse | in the library | with the dog unit and the control room | in our accounts team | in the nursery | on the shop floor',
    ),
    care: phrases(
      'with lunch and bus fares paid | with one named person to look after each young person | with a reference at the end | with work clothes to keep | with a buddy who started here as an apprentice | with a phone call after the first day | with an interview for anyone who enjoys it | at times that suit school | with a thank-you card from the whole team',
    ),
  },
  {
    words: /home|hous(e|ing)|tenanc/i,
    icons: 'house',
    most: 5,
    things: phrases(
      'one-bedroom flat* | starter box[/es] for a first home | sofa* and bed* | shared house place* | supported lodging* | home* with carpets and curtains | deposit guarantee* | moving day* with a van | decorating weekend* | room* to stay put after 18 | cooker* and fridge*',
    ),
    where: phrases(
      'for care leavers | for a young parent and child | close to college and buses | for brothers and sisters who want to live near each other | for those leaving a children’s home | in the north of the borough | for young people who came here alone | for students, holidays included',
    ),
    care: phrases(
      'with a support worker for the first year | with a neighbour to ask | with a course on bills and cooking | with a call every week for three months | with the first month free | with no guarantor asked for | with a toolbox and someone who knows how | and Sunday lunch with us',
    ),
  },
  {
    words: /mentor|\bcall|phone|check in/i,
    icons: 'heart-handshake phone',
    most: 5,
    things: phrases(
      'mentor* | [person/people] to ring at any time | lunch mentor* | mentor* for the first year at university | evening mentor* | study budd[y/ies] | reading partner* | mentor* who run[s/] a business | mentor* who [has/have] been in care | Sunday caller*',
    ),
    where: phrases(
      'meeting once a month | for a phone call every other Sunday | over a hot chocolate each fortnight | by message and video | on the allotment | at the gym | over lunch in our canteen | on long walks with the dog | around exam time and after',
    ),
    care: phrases(
      'for at least a year | for as long as it helps | with training and someone to turn to | always on birthdays and bad days | with our employer’s time | through the first job and the second | and never a missed call without a message | with expenses paid',
    ),
  },
  {
    words: /health|wellbeing|happi/i,
    icons: 'heart-pulse',
    most: 15,
    things: phrases(
      'leisure pass[/es] | gym membership* | counselling place* without a waiting list | cookery place* | first aid course* | eye test* and frames | swimming lesson* | place* at our sports club | health drop-in* | walking group place* | double appointment*',
    ),
    where: phrases(
      'for care leavers | for young people and the family they live with | on Tuesday evenings | in school holidays | for those who have just moved | for young parents | close to where they live | for anyone in our care over 13',
    ),
    care: phrases(
      'with kit included | with a friend welcome | with no form to fill in | with one person who knows their story | with a first talk within two weeks | with a lift there and back | and a healthy tea | for a whole year',
    ),
  },
  {
    words: /family|friend/i,
    icons: 'users',
    most: 8,
    things: phrases(
      'evening* in a warm room for family time | train ticket* for brothers and sisters | memory book* | trained independent visitor* | picnic* for young people in care | weekend* for brothers and sisters together | photo day* | forum supper*',
    ),
    where: phrases(
      'at our community centre | with a kitchen and toys | in the school holidays | at our farm | in our church hall | all over the county | on Saturdays | close to the station',
    ),
    care: phrases(
      'with someone friendly at the door | with tea and cake | with fares paid | for as long as they are wanted | with pictures to keep | with a quiet corner | arranged by young people themselves',
    ),
  },
  {
    words: /pass|card|\btry\b|experience|days? out|leisure/i,
    icons: 'palette bus trophy',
    most: 20,
    things: phrases(
      'theatre ticket* | matchday seat* | place* at summer camp | swimming pass[/es] | guitar lesson* | bus pass[/es] | dinner* off the proper menu | cinema card* | museum pass[/es] | dance class place* | climbing session* | fishing day*',
    ),
    where: phrases(
      'for young people in our care | for children and the foster family together | each season | in the summer holidays | at weekends | for those turning 16 | for young people who have just arrived',
    ),
    care: phrases(
      'with a friend for free | with the bus there and back | with a look behind the scenes | with no questions at the till | with an ice cream | and a photo to keep, for those who like photos | with kit lent',
    ),
  },
  {
    words: /computer|laptop|learn|book/i,
    icons: 'laptop book-open',
    most: 12,
    things: phrases(
      'good used laptop* | computer help evening* | year* of broadband | homework club place* | hour* of maths help | printer* and paper | coding club place* | library card* that move[s/] along | set* of exam books | evening* of form filling',
    ),
    where: phrases(
      'in our computer room | for care leavers at college | for young people and their carers | at the library | in our office after hours | in each neighbourhood | for those in their exam year',
    ),
    care: phrases(
      'set up and ready to use | with someone to ring when it breaks | with snacks | to keep | with a bag | and no questions about lost chargers | with a student to help',
    ),
  },
]

/** Whatever is left: the kind that “Something else” is. */
const ANYTHING: Kind = {
  words: /$^/,
  icons: 'gift sprout sparkles',
  most: 10,
  things: phrases(
    'birthday cake* | trip* for the children in care council | celebration evening* | sponsored hoodie* | free room booking* | Christmas hamper* | handwritten card* | story evening* | prize* for effort | team talk* about today | contract clause* | hour* of legal advice | first driving lesson*',
  ),
  where: phrases(
    'for young people in our care | for care leavers living on their own | for the children’s home down our road | in our hall | for foster families | each spring | for young parents | for those far from home',
  ),
  care: phrases(
    'with no fuss | paid for by our staff | with our apprentices helping | with music | with a thank-you to their carers | chosen by young people | every year from now on | and we will bring two other firms along',
  ),
}

const OFFERS = {
  we: phrases(
    'We will offer | We can offer | We promise | Count us in for | Our team pledges | Please put us down for',
  ),
  i: phrases('I will offer | I can offer | I promise | Count me in for | I pledge | Please put me down for'),
}
const AFTERTHOUGHTS = {
  we: phrases(
    '| We will ask the children in care council what would make it better. | We start small and grow if it works. | One named person answers the phone. | We will write after three months to say how it went. | We have done it once and would gladly do it again. | Our director agreed this over lunch. | We will tell two other organisations. | If the first time does not suit, we will try again. | We need a little help to find the right young people. | It should have happened years ago. | Care leavers on our staff will help us. | No form, no long explanation.',
  ),
  i: phrases(
    '| I will ask young people what would make it better. | I start small and will do more if it works. | Ring me, not the switchboard. | I will write after three months to say how it went. | I have done it once and would gladly do it again. | My manager agreed this over lunch. | I will tell two colleagues. | If the first time does not suit, I will try again. | I need a little help to find the right young person. | I wish someone had done it for me. | I was in care myself. | No form, no long explanation.',
  ),
}
/** Numbers as people write them; from ten on they write figures. */
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A thing said of one and of several: `*` and `[y/ies]` are settled, and one is “a” thing. */
function numbersOf(thing: string): { one: string; many: string } {
  const settled = (one: boolean) =>
    thing.replaceAll('*', one ? '' : 's').replaceAll(/\[(\w*)\/(\w*)\]/g, one ? '$1' : '$2')
  const one = settled(true)
  return { one: `${/^(?!one|uni)[aeiou]|^hour/i.test(one) ? 'an' : 'a'} ${one}`, many: settled(false) }
}

function kindOf(type: PledgeType): Kind {
  const said = `${type.id.replaceAll('-', ' ')} ${type.title}`
  return (
    KINDS.find((kind) => kind.words.test(said)) ??
    KINDS.find((kind) => kind.icons.split(' ').includes(type.icon)) ??
    ANYTHING
  )
}

/** Who speaks: a person for themselves or an organisation. */
type Voice = keyof typeof OFFERS

/**
 * Words the promises of a crowd. Pledge types of one kind share its words, so that none repeats another: every wording is
 * different until all its kind's combinations are spent.
 */
export function createPledgeWriter(seed: number) {
  const decks = new Map<Kind, Record<Voice, ReturnType<typeof createDeck>>>()
  const deckOf = (kind: Kind) => {
    const dealt = decks.get(kind)
    if (dealt !== undefined) return dealt
    const lists = (voice: Voice) => [OFFERS[voice], kind.things, kind.where, kind.care, AFTERTHOUGHTS[voice]]
    const made = {
      we: createDeck(lists('we'), seed + KINDS.indexOf(kind)),
      i: createDeck(lists('i'), seed - 1 - KINDS.indexOf(kind)),
    }
    decks.set(kind, made)
    return made
  }
  const kinds = new Map<PledgeType, Kind>()
  const known = (type: PledgeType): Kind => {
    const kind = kinds.get(type) ?? kindOf(type)
    kinds.set(type, kind)
    return kind
  }
  const things = new Map<string, ReturnType<typeof numbersOf>>()
  const inNumber = (thing: string, quantity: number | null): string => {
    const said = things.get(thing) ?? numbersOf(thing)
    things.set(thing, said)
    if (quantity === 1) return said.one
    return quantity === null ? said.many : `${NUMBERS[quantity] ?? quantity} ${said.many}`
  }
  return {
    /** The largest number of this that anyone would promise in one go. */
    most: (type: PledgeType): number => known(type).most,
    write(type: PledgeType, voice: Voice, quantity: number | null): string {
      const [offer = '', thing = '', where = '', care = '', afterthought = ''] = deckOf(known(type))[voice].draw()
      return `${offer} ${inNumber(thing, quantity)} ${where}, ${care}.${afterthought === '' ? '' : ` ${afterthought}`}`
    },
  }
}
