/** Invented people: a crowd for rehearsals, tests and benchmarks, as mixed as the hall will be, and the same for the same seed. */

export type InventedPerson = {
  name: string
  role: string
  organisation: string
  /** The sector's id, as the event packs that ship use it. */
  sector: string
  /** In the `.example` domain, which can never be anyone's (RFC 2606). Empty for one in twelve. */
  email: string
  table: string
}

const words = (text: string): string[] => text.trim().split(/\s+/)
const lines = (text: string): string[] => text.trim().split(/\s*\|\s*/)

type Background = { share: number; given: string[]; family: string[] }

// Given and family names are drawn apart, so who comes out is nobody. The shares are roughly those of a West Midlands hall.
const BACKGROUNDS: Background[] = [
  {
    share: 46,
    given:
      words(`Emily Olivia Amelia Charlotte Sophie Jessica Chloe Hannah Lucy Megan Grace Ellie Katie Rebecca Laura Sarah Emma Claire Rachel
      Samantha Nicola Joanne Karen Susan Julie Alison Deborah Jacqueline Elizabeth Margaret Patricia Christine Catherine Kathryn Helen Angela
      Tracey Michelle Lisa Donna Amanda Victoria Natalie Gemma Stephanie Kelly Leanne Zoe Abigail Eleanor Harriet Imogen Jasmine Lauren
      James Thomas William Oliver Jack Harry George Charlie Jacob Alfie Joshua Daniel Samuel Benjamin Alexander Edward Matthew Luke Adam
      Ryan Liam Nathan Callum Connor Lewis Zachary Dominic Gareth Stephen Steven Andrew David John Michael Peter Paul Mark Simon Richard
      Robert Christopher Anthony Philip Kevin Martin Neil Ian Graham Stuart Colin Keith Nicholas Jonathan Timothy Raymond Frederick Leonard`),
    family:
      words(`Smith Jones Taylor Brown Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke
      Clark Harrison Scott Cooper King Davis Harris Martin Baker Shaw Edwards Turner Hill Moore Parker Cook Morris Bennett Bell Ward Watson
      Morgan Lee Young Mitchell Carter Phillips Richardson Bailey Collins Cox Marshall Ellis Bradley Mason Powell Webb Rogers Gray Hunt
      Mills Palmer Holmes Knight Barnes Fletcher Butler Barker Jenkins Stevens Pearson Dixon Reynolds Fisher Harvey Gibson Elliott`),
  },
  {
    share: 5,
    given: words(
      'Siân Rhys Cerys Gwenllian Llŷr Owain Dafydd Angharad Niamh Siobhán Aoife Ciarán Seán Róisín Oisín Eilidh Hamish Fiona Iain Morag Bronwen Catrin',
    ),
    family: words(
      'O’Brien O’Connor O’Neill Murphy Kelly Byrne Gallagher Doherty McDonald MacDonald McKenzie Campbell Fraser Llewellyn Griffiths Pritchard Gwynn Ó’Dálaigh Ní’Shé Fitzgerald Nolan',
    ),
  },
  {
    share: 13,
    given:
      words(`Mohammed Muhammad Mohammad Ahmed Ali Hassan Hussain Imran Usman Bilal Yusuf Ibrahim Zain Hamza Omar Tariq Asif Naveed Fatima Aisha Ayesha
      Khadija Zainab Maryam Mariam Amina Sana Saima Nadia Shazia Rukhsana Samina Farah Hafsa Sumaiya Nasreen Abdul`),
    family: words(
      'Khan Hussain Ahmed Ali Begum Akhtar Mahmood Malik Iqbal Hussein Rahman Miah Chowdhury Uddin Islam Bibi Mirza Qureshi Sheikh Butt Shah Aziz Rashid Siddiqui Ul-Haq',
    ),
  },
  {
    share: 11,
    given:
      words(`Gurpreet Harpreet Jaspreet Manpreet Simran Balwinder Sukhdeep Rajinder Amarjit Kuldip Navdeep Harjit Priya Anjali Pooja Neha Divya Meera
      Kavita Sunita Rajesh Sanjay Vijay Amit Rahul Rohan Arjun Nikhil Deepak Suresh Lakshmi Senthil Thivya Karthik Ananya`),
    family: words(
      'Singh Kaur Patel Sharma Gill Dhillon Sandhu Sidhu Grewal Bains Johal Desai Shah Mistry Chauhan Parmar Gupta Mehta Joshi Nair Pillai Subramaniam D’Souza Fernandes Das Ghosh',
    ),
  },
  {
    share: 10,
    given:
      words(`Kwame Ama Kofi Akosua Yaw Efua Chinedu Ngozi Emeka Adaeze Chidi Ifeoma Olumide Folasade Tunde Adébáyọ̀ Oluwaseun Temitope Tendai Rutendo
      Tafadzwa Nyasha Abdi Hodan Ayaan Faduma Selam Tesfaye Marcia Winston Delroy Yvonne Leroy Shanice Tyrone Kemar Latoya`),
    family: words(
      'Okonkwo Okafor Eze Adeyemi Balogun Mensah Owusu Boateng Asante Osei Moyo Ncube Sibanda Mutasa Warsame Farah Abdi Haile Tekle Campbell Francis Joseph Brown Grant Bailey Diallo Traoré',
    ),
  },
  {
    share: 6,
    given: words(
      'Katarzyna Małgorzata Agnieszka Piotr Paweł Łukasz Ewa Zofia Ioana Andrei Ștefan Mihai Viktória Zsófia Tomáš Jiří Léa Chloé José María João Inês Søren Åsa Jürgen Günther Øyvind Kristīne',
    ),
    family: words(
      'Nowak Kowalski Kowalska Wiśniewski Zieliński Wójcik Popescu Ionescu Dumitrescu Novák Dvořák Szabó Nagy García Fernández Müller Weiß Østergaard Ågren Gonçalves Conceição Bērziņš',
    ),
  },
  {
    share: 5,
    given: words(
      'Wei Mei Li Xiaoming Jing Yan Hui Min Jun Ying Siu-Ming Ka-Yan Wing Chi-Kit Minh Linh Thảo Đức Hương Ji-woo Seo-yeon Haruki Yuki',
    ),
    family: words(
      'Li Wang Zhang Chen Liu Yang Wu Lau Chan Cheung Wong Ng Leung Xu Zhao Nguyễn Trần Phạm Lê Đặng Kim Park Tanaka Satō',
    ),
  },
  {
    share: 4,
    given: words(
      'Ayşe Mehmet Çağla Emre Işıl Oğuz Zeynep Reza Shirin Parisa Dilan Rojîn Karwan Yasmin Layla Khalid Noor Samir Tarek Salma',
    ),
    family: words(
      'Yılmaz Öztürk Şahin Çelik Kaya Rezaei Hosseini Karimi Barzani Ahmadi Al-Masri El-Sayed Haddad Nasser Mansour Abd-El-Aziz',
    ),
  },
]

// Family names that no list holds.
const PLACE_STARTS = words(
  'Ash Birch Black Bram Brook Clay Crow Dun East Fair Fern Gold Hale Hart Hazel Holl Kings Lang Lark Lind Long Mar Mead Mill Nether Oak Over Penn Red Rush Sal Sand Shel Stan Stone Swin Thorn Up Wal Wester Whit Wins Wood Wych Yard',
)
const PLACE_ENDS = words(
  'bourne bridge bury combe cote croft dale den field ford grove ham hurst ley low mere more shaw stead stock ton well wick worth',
)
// Organisations stand in places that nobody could take for a real borough.
const INVENTED_ENDS = words(
  'wren lark thistle badger hollow willow bramble otter heron finch acorn clover fennel sorrel teasel kestrel',
)

type Sector = { id: string; share: number; organisations: string[]; roles: string[] }

// `*` is an invented place.
const SECTORS: Sector[] = [
  {
    id: 'council',
    share: 30,
    organisations: lines(
      '* Borough Council | * District Council | * Children’s Services | * Libraries and Leisure | * County Council',
    ),
    roles: lines(
      'Social worker | Team manager | Virtual school head | Councillor | Director of children’s services | Leisure services manager | Participation officer | Personal adviser',
    ),
  },
  {
    id: 'health',
    share: 12,
    organisations: lines(
      '* Community Health NHS Trust | * Family Practice | * Integrated Care Partnership | * Young Minds Clinic',
    ),
    roles: lines(
      'Designated nurse | GP | Health visitor | Commissioning manager | Clinical psychologist | Dental lead',
    ),
  },
  {
    id: 'police',
    share: 5,
    organisations: lines('* Police | * Youth Justice Service | * Probation'),
    roles: lines('Police constable | Missing-from-home coordinator | Inspector | Youth justice officer'),
  },
  {
    id: 'education',
    share: 15,
    organisations: lines('* Academy | St Wilfreda’s School, * | * College | University of * | * Nursery School'),
    roles: lines('Designated teacher | Head teacher | Student support lead | Admissions manager | Governor'),
  },
  {
    id: 'housing',
    share: 6,
    organisations: lines('* Homes | * Housing Association | * Supported Living'),
    roles: lines('Tenancy support officer | Lettings manager | Head of housing'),
  },
  {
    id: 'business',
    share: 14,
    organisations: lines(
      '* Motors | * Bakery | * & Daughters Joinery | * Chamber of Commerce | * Engineering Ltd | Hotel * | * Logistics',
    ),
    roles: lines(
      'Managing director | Apprenticeships manager | Human resources adviser | Owner | Site manager | Training lead',
    ),
  },
  {
    id: 'voluntary',
    share: 10,
    organisations: lines('* Mentoring Trust | Friends of * | * Community Kitchen | * Youth Theatre | The * Foundation'),
    roles: lines('Chief executive | Volunteer coordinator | Trustee | Youth worker | Advocate'),
  },
  {
    id: 'carers',
    share: 5,
    organisations: lines('* Foster Carers’ Network | * Fostering | * Kinship Circle'),
    roles: lines('Foster carer | Kinship carer | Supervising social worker'),
  },
  {
    id: 'care-experienced',
    share: 3,
    organisations: lines('* Children in Care Council | * Care Leavers’ Forum'),
    roles: lines('Young ambassador | Member | Chair'),
  },
]

/** Mulberry32: a small generator of even 32-bit numbers; nothing here needs to be hard to guess. */
function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick: (from: string[]): string => from[below(from.length)] ?? '',
    /** Squared, so that the front of a list comes far more often: a few names are very common in any hall. */
    pickEarly: (from: string[]): string => from[Math.floor(next() ** 2 * from.length)] ?? '',
    share: <T extends { share: number }>(from: T[], first: T): T => {
      let left = next() * from.reduce((sum, { share }) => sum + share, 0)
      return from.find(({ share }) => (left -= share) < 0) ?? first
    },
  }
}
type Random = ReturnType<typeof createRandom>

const familyPlace = (random: Random) => random.pick(PLACE_STARTS) + random.pick(PLACE_ENDS)
const inventedPlace = (random: Random) => random.pick(PLACE_STARTS) + random.pick(INVENTED_ENDS)

function inventName(random: Random): string {
  const [first] = BACKGROUNDS
  if (first === undefined) return ''
  const background = random.share(BACKGROUNDS, first)
  // Families mix: one name in nine is from elsewhere.
  const other = random.below(9) === 0 ? random.share(BACKGROUNDS, first) : background
  const given = random.pickEarly(background.given)
  const family = background === first && random.below(5) < 2 ? familyPlace(random) : random.pickEarly(other.family)
  const kind = random.below(200)
  if (kind < 1) return given
  if (kind < 7) return `${given} ${family}-${random.pickEarly(other.family)}`
  if (kind < 15) return `${given} ${random.pickEarly(background.given)} ${family}`
  if (kind < 18) return `${given} ${given.charAt(0) === 'J' ? 'P' : 'J'}. ${family}`
  if (kind < 20) return `${given.charAt(0)}. ${family}`
  if (kind < 22) return `${random.pick(['Cllr', 'Dr', 'Prof'])} ${given} ${family}`
  if (kind < 23) return `${given} ${family} ${random.pick(['OBE', 'MBE', 'Jr'])}`
  if (kind < 25) return `${given}-${random.pick(['Mae', 'Rose', 'Lee', 'Ann', 'Jo'])} ${family}`
  if (kind < 27 && background.share === 5) return `${family} ${given}`
  return `${given} ${family}`
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[łøđı]/g, (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ı: 'i' })[letter] ?? '')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9 ]/g, '')

const mailbox = (name: string): string =>
  plain(name.replace(/^(Cllr|Dr|Prof) | (OBE|MBE|Jr)$/g, '').replace(/-/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
    .join('.')

/**
 * `count` invented people; the same for the same seed and count, on any machine. About one organisation for every five
 * people, up to 2,500. `tables` is how many tables they sit at: one for every ten people up to 60, if not said.
 */
export function inventedPeople({
  count,
  seed,
  tables = Math.min(60, Math.max(1, Math.ceil(count / 10))),
}: {
  count: number
  seed: number
  tables?: number
}): InventedPerson[] {
  const random = createRandom(seed)
  const [first] = SECTORS
  if (first === undefined) return []

  const named = new Map<string, { name: string; domain: string; sector: Sector }>()
  const bySector = new Map<Sector, { name: string; domain: string }[]>()
  const wanted = Math.min(2500, Math.max(SECTORS.length, Math.ceil(count / 5)))
  for (let tries = 0; named.size < wanted && tries < wanted * 4; tries++) {
    // One of each sector first, so that nobody is left without.
    const sector = SECTORS[named.size] ?? random.share(SECTORS, first)
    const name = random.pick(sector.organisations).replace('*', inventedPlace(random))
    if (named.has(name)) continue
    const organisation = { name, domain: `${plain(name).replaceAll(' ', '-')}.example`, sector }
    named.set(name, organisation)
    bySector.set(sector, [...(bySector.get(sector) ?? []), organisation])
  }

  const taken = new Map<string, number>()
  return Array.from({ length: count }, () => {
    const sector = random.share(SECTORS, first)
    const choices = bySector.get(sector) ?? []
    const organisation = choices[random.below(choices.length)] ?? { name: '', domain: 'nowhere.example' }
    const name = inventName(random)
    let email = ''
    if (random.below(12) > 0) {
      const address = `${mailbox(name)}@${organisation.domain}`
      const times = (taken.get(address) ?? 0) + 1
      taken.set(address, times)
      email = times === 1 ? address : address.replace('@', `${times}@`)
    }
    return {
      name,
      role: random.pick(sector.roles),
      organisation: organisation.name,
      sector: sector.id,
      email,
      table: `Table ${1 + random.below(tables)}`,
    }
  })
}
