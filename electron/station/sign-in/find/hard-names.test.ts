import { describe, expect, test } from 'vitest'
import { inventedPeople } from '../../../../test/fixtures/people.ts'
import { createPeopleIndex } from './people-index.ts'

/** What people said at the desk, how their name stands on the list, and what was typed. */
const COMPLAINTS: [complaint: string, listed: string, typed: string][] = [
  // Short forms
  ['“Nobody has called me Zachary since I was christened.”', 'Zachary Pemberwick', 'zach pemberwick'],
  ['“I booked as Zach and now I am not on your list?”', 'Zach Thistlewood', 'Zachary Thistlewood'],
  ['“My passport says Elizabeth. My friends say Liz.”', 'Elizabeth Quillfeather', 'liz quillfeather'],
  ['“The office booked me as Bob.”', 'Bob Harkaway', 'robert harkaway'],
  ['“It is Peggy, but Margaret on the form.”', 'Margaret Oxenholme', 'peggy oxenholme'],
  ['“Try Bill. Or William. Or Billy.”', 'William Tanglewood', 'billy tanglewood'],
  ['“Two short forms: I signed up as Betty and I say Liz.”', 'Betty Marchwinter', 'liz marchwinter'],
  ['“I am Sukh, it is short for Sukhwinder.”', 'Sukhwinder Rajwal', 'sukh rajwal'],
  ['“Tunde. It says Babatunde.”', 'Babatunde Olukoya', 'tunde olukoya'],
  ['“Kasia is what Katarzyna is called.”', 'Katarzyna Wrzosek', 'kasia wrzosek'],
  ['“Everyone says Gosia.”', 'Małgorzata Jodłowska', 'gosia jodlowska'],
  ['“She stopped typing at lizzi and I had gone.”', 'Elizabeth Brindlecombe', 'lizzi brindle'],
  // Several spellings of one name
  ['“There are a dozen ways to spell Mohammed and yours is another.”', 'Muhammad Rafaqat', 'mohammed rafaqat'],
  ['“Mohd is how it is on my licence.”', 'Mohd Tanveer', 'mohammad tanveer'],
  ['“Ayesha with a Y.”', 'Ayesha Lodhiwal', 'aisha lodhiwal'],
  ['“Stephen with a P-H.”', 'Stephen Larkspur', 'steven larkspur'],
  ['“Catherine with a C, Kathryn with a K, I have had them all.”', 'Kathryn Owlsmoor', 'catherine owlsmoor'],
  ['“Geoff, not Jeff.”', 'Geoffrey Windlebury', 'jeff windlebury'],
  ['“Choudhury has more spellings than I have cousins.”', 'Nazma Choudhury', 'nazma chowdhury'],
  ['“Smythe. S-M-Y-T-H-E.”', 'Peregrine Smythe', 'peregrine smith'],
  ['“Sian without the little roof, for once.”', 'Siân Gwydyrhowell', 'sian gwydyrhowell'],
  ['“Rhys, spelt the Welsh way.”', 'Rhys Penllwyn', 'reece penllwyn'],
  // Apostrophes, hyphens and what belongs together
  ['“O’Brien broke your computer again.”', 'Amélie O’Brien-Vane', "o'brien amelie"],
  ['“The apostrophe is a curly one on my ticket.”', 'Cormac O’Hallorane', "cormac o'hallorane"],
  ['“I type it without.”', 'Dervla O’Shaughnessy', 'oshaughnessy dervla'],
  ['“They left a space in O Donoghue.”', 'Fergal O Donoghue', "o'donoghue"],
  ['“And they left none out of mine.”', 'Maeve O’Rafferty', 'o rafferty'],
  ['“Just look under Souza.”', 'Caetano D’Souza-Brite', 'souza caetano'],
  ['“McKechnie, Mac, Mc, I answer to both.”', 'Isla McKechnie', 'isla mackechnie'],
  ['“Mine is the Mac kind.”', 'Torquil MacAskill', 'mcaskill'],
  ['“Mc, space, Gillivray, says the council.”', 'Morven McGillivray', 'mc gillivray morven'],
  ['“It is Mary Sue, one name, and not two.”', 'Mary Sue Appleyard', 'marysue appleyard'],
  ['“Mary-Sue with a hyphen.”', 'Mary-Sue Crabtree', 'mary sue crabtree'],
  ['“You searched for Sue. I am Mary Sue.”', 'Mary Sue Dovecote', 'sue dovecote'],
  ['“Only the second half of my double barrel, please.”', 'Tabitha Ferncliffe-Osei', 'osei tabitha'],
  ['“Only the first half, then.”', 'Rupert Hollinghurst-Mensah', 'rupert hollinghurst'],
  ['“No hyphen on the ticket.”', 'Jemima Rook Hathersage', 'rook-hathersage'],
  ['“Al-Khatib is one word when my school writes it.”', 'Nabil Al-Khatib', 'alkhatib'],
  ['“And El Mahdi two when yours does.”', 'Samira El Mahdiwi', 'elmahdiwi'],
  ['“Van der Berg: try V, or B, or give up.”', 'Pieter van der Bergholt', 'vanderbergholt'],
  ['“Under B, of course.”', 'Anneke van den Boomgaard', 'boomgaard'],
  ['“St John-Stevens. It is said Sinjun but never mind.”', 'Crispin St John-Stavely', 'saint john stavely'],
  // Accents and other letters
  ['“Zoë has two dots.”', 'Zoë Brambleton', 'zoe brambleton'],
  ['“You have no Ł on your keyboard, have you.”', 'Łukasz Grzybek', 'lukasz grzybek'],
  ['“Ø is an O to you.”', 'Øyvind Fjellheim', 'oyvind fjellheim'],
  ['“Müller is Mueller when there are no dots.”', 'Jürgen Müllerstein', 'juergen muellerstein'],
  ['“Straße has a sharp S, so has Weiß.”', 'Ulrike Weißhaupt', 'weisshaupt'],
  ['“The dotless i of Işıl.”', 'Işıl Kırgöz', 'isil kirgoz'],
  ['“Adébáyọ̀ has three marks, and someone typed none.”', 'Adébáyọ̀ Ògúnwándé', 'adebayo ogunwande'],
  ['“Vietnamese marks came apart on the ticket.”', 'Nguyễn Thị Hương'.normalize('NFD'), 'nguyen huong'],
  ['“Æthelred. My parents are historians.”', 'Æthelred Wainscott', 'aethelred'],
  // The order of names
  ['“Family name first, as my mother wrote it.”', 'Zhao Xiaoling', 'xiaoling zhao'],
  ['“Xiao Ling in two, on some days.”', 'Xiaoling Ouyang', 'xiao ling ouyang'],
  ['“Xiaoling in one, on others.”', 'Qiu Xiao Ling', 'xiaoling qiu'],
  ['“Siu-Ming Cheuk, also Cheuk Siu Ming.”', 'Cheuk Siu Ming', 'siuming cheuk'],
  ['“My name is 欧阳小玲.”', '欧阳小玲', '小玲'],
  ['“김민서, please.”', '김민서', '민서 김'],
  ['“Singh comes in the middle of mine.”', 'Gurbachan Singh Tiwana', 'tiwana gurbachan'],
  ['“Begum is not my family name, but they put it last.”', 'Rahima Khatun Begum', 'begum rahima'],
  ['“Comma, first name last.”', 'Featherstonehaugh, Lucasta', 'lucasta featherstonehaugh'],
  ['“Typed with a comma, too.”', 'Horatio Kettlethorpe', 'kettlethorpe, horatio'],
  // Titles, honours, initials and single names
  ['“Councillor is not my first name.”', 'Cllr Philippa Dunmallow', 'philippa dunmallow'],
  ['“I said Doctor Okwuosa, and you typed it.”', 'Obioma Okwuosa', 'dr okwuosa'],
  ['“With the OBE, or without.”', 'Winifred Ashgrove OBE', 'winifred ashgrove'],
  ['“They typed my MBE.”', 'Desmond Tredwell', 'desmond tredwell mbe'],
  ['“Junior is my father’s doing.”', 'Lamar Whitlock Jr', 'lamar whitlock'],
  ['“Lord is my family name.”', 'Lord Hepplethwaite', 'lord hepplethwaite'],
  ['“J. P. on the list, John Paul in person.”', 'J.P. Corrigan', 'john corrigan'],
  ['“JP is what I said.”', 'J. P. Ravensdale', 'jp ravensdale'],
  ['“Only my initial made it.”', 'T. Umunna', 'thelonius umunna'],
  ['“I only have one name.”', 'Sukarnoputra', 'sukarnoputra'],
  ['“One name, and your system put a dash behind it.”', 'Tenzing -', 'tenzing'],
  ['“First letter and family name, like my e-mail.”', 'Ottoline Pickersgill', 'opickersgill'],
  ['“My e-mail is my name.”', 'Barnabas Quernmore', 'barnabas.quernmore@quernmore.example'],
  ['“I gave my middle name and you have not got it.”', 'Honor Silverdale', 'honor genevieve silverdale'],
  // Slips of the fingers
  ['“You typed it while looking at me.”', 'Clementine Gatsby-Lowe', 'clemnetine gatsby'],
  ['“One L.”', 'Marcella Wolverhulme', 'marcela wolverhulme'],
  ['“Two Ts.”', 'Ned Butterwick', 'ned buterwick'],
  ['“That is a Z.”', 'Eliza Zellaby', 'eliza sellaby'],
  ['“Wrong key.”', 'Gideon Harcastle', 'gideon harcadtle'],
  ['“Both names wrong, well done.”', 'Florian Nightingrove', 'floriam nightingrobe'],
  ['“No space bar?”', 'Perdita Stormcloud', 'perditastormcloud'],
  ['“Letters changed places.”', 'Bertram Ulverscroft', 'ulverscorft'],
  ['“The beginning was wrong, and you had not even finished.”', 'Araminta Wetherspool', 'wethrespo'],
  // Where somebody is from
  ['“Sam, from the bakery.”', 'Sam Tollgate', 'sam crumbleholme bakery'],
  [
    '“There must be thirty Mohammed Khans here. I am the one from the orchard.”',
    'Mohammed Khan',
    'mohammed khan quince',
  ],
  ['“And I am the Sarah Jones from there.”', 'Sarah Jones', 'jones quincebury sarah'],
  ['“The one from WMRC.”', 'Nisha Everdale', 'nisha wmrc'],
]

const organisationOf = (name: string) =>
  ({
    'Sam Tollgate': 'Crumbleholme Bakery',
    'Mohammed Khan': 'Quincebury Orchards',
    'Sarah Jones': 'Quincebury Orchards',
    'Nisha Everdale': 'West Midlands Rowing Club',
  })[name] ?? 'Hall of Records'

describe('finding people whom others could not find', () => {
  const index = createPeopleIndex()
  inventedPeople({ count: 10_000, seed: 4 }).forEach((person, at) => index.put({ id: `other-${at}`, ...person }))
  for (const [, name] of COMPLAINTS)
    index.put({
      id: name,
      name,
      organisation: organisationOf(name),
      email: name === 'Barnabas Quernmore' ? 'barnabas.quernmore@quernmore.example' : '',
    })

  test('has at least sixty of them', () => expect(COMPLAINTS.length).toBeGreaterThanOrEqual(60))

  test.each(COMPLAINTS)('%s', (_, name, typed) => {
    expect(index.find(typed, { limit: 3 }).map(({ id }) => id)).toContain(name)
  })
})
