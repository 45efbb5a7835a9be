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
  // Many bear the family name, so the first name has to be read right
  ['“Zac, like the actor. The Zac Khan from the orchard.”', 'Zachary Khan', 'zac khan quince'],
  ['“It says Zak on my lanyard from last year.”', 'Zak Patel-Brown', 'zachary patel brown'],
  ['“O’Brien, and the apostrophe is whatever your printer does.”', 'Oisín O´Brien', "o'brien oisin"],
  ['“OBrien without, as the bank has it.”', 'Declan OBrien', "o'brien declan"],
  ['“You typed it with the curly one this time.”', 'Dervla O’Brien', 'o’brien dervla'],
  ['“O, space, Brien, then my name.”', 'Roisin O Brien', 'obrien roisin'],
  ['“Mary Sue Jones. Not Susan.”', 'Mary Sue Jones', 'mary sue jones'],
  ['“Marysue, they ran it together.”', 'Marysue Khan', 'mary sue khan'],
  ['“Sue Smith? Mary Sue Smith.”', 'Mary Sue Smith', 'sue smith mary'],
  // What stands before and after a name
  ['“Leroy Francis the third, it is a family joke.”', 'Leroy Francis III', 'leroy francis'],
  ['“Junior, with a full stop.”', 'Tyrone Grant Jr.', 'tyrone grant jr'],
  ['“They gave me the BEM, you need not type it.”', 'Latoya Wright BEM', 'latoya wright'],
  ['“The OBE comes after a comma.”', 'Kemar King, OBE', 'kemar king obe'],
  ['“The Revd Marcia Joseph, in full.”', 'The Revd Marcia Joseph', 'rev marcia joseph'],
  ['“Councillor Mrs, says the agenda.”', 'Cllr. Mrs Kavita Mistry', 'cllr kavita mistry'],
  ['“I am a professor and a dame.”', 'Prof. Dame Eleanor Wood', 'dame eleanor wood'],
  ['“PC Knight. PC is not a name.”', 'PC Connor Knight', 'connor knight'],
  // Two family names, one, or none
  ['“Smith-Patel. Everybody drops the Patel.”', 'Bronwen Smith-Patel', 'bronwen smith'],
  ['“Or they drop the Smith.”', 'Bronwen Smith-Patel', 'patel bronwen'],
  ['“Or turn them round.”', 'Bronwen Smith-Patel', 'patel-smith bronwen'],
  ['“Or leave out the hyphen and the space.”', 'Bronwen Smith-Patel', 'smithpatel'],
  ['“My hyphen is a long one, it came out of Word.”', 'Catrin Brown–Singh', 'catrin brown-singh'],
  ['“One name, and the form wanted two.”', 'FNU Gurmeet', 'gurmeet'],
  ['“One name, and n/a for the rest.”', 'Tenzin N/A', 'tenzin'],
  ['“I married. The badge says Okafor, the e-mail said Hughes.”', 'Natalia Okafor (née Hughes)', 'natalia hughes'],
  ['“Formerly Mistry, it is in brackets.”', 'Meera Gill (formerly Mistry)', 'meera mistry'],
  ['“Katie on the badge, Kathryn in the brackets.”', 'Katinka (Kathryn) Bell', 'kathryn bell'],
  ['“Bobby is in quotation marks.”', 'Roberto “Bobbie” Shaw', 'bobbie shaw'],
  ['“The brackets are my pronouns.”', 'Aleksy Turner (they/them)', 'aleksy turner'],
  // The order of names again
  ['“Chan is my family name. It comes first.”', 'Chan Tai Man', 'tai man chan'],
  ['“Taiman, you wrote.”', 'Chan Tai Man', 'chan taiman'],
  ['“Peter Chan to the office, Tai-man to my mother.”', 'Peter CHAN Tai-man', 'tai man chan'],
  ['“Karen stands behind a comma.”', 'Wong Ka-Yan, Karen', 'karen wong'],
  ['“Đức is how my name ends, and it is my first.”', 'Nguyễn Văn Đức', 'duc nguyen'],
  ['“Zsófia. Hungarians put it last.”', 'Nagy Zsófia', 'zsofia nagy'],
  ['“K. R. is my father’s, Lakshmi is mine.”', 'K. R. Lakshmi', 'lakshmi kr'],
  ['“Md is short for Mohammed, I am not a doctor.”', 'Md. Rahim Uddin', 'mohammed rahim uddin'],
  ['“Mst. is a title where I was born.”', 'Mst. Shirin Akhter', 'shirin akhtar'],
  ['“Abdul Rahman is one name, whatever the space says.”', 'Abdul Rahman Qureshi', 'abdulrahman qureshi'],
  ['“Rehman or Rahman, Abdur or Abdul.”', 'Abdur Rehman Butt', 'abdul rahman butt'],
  ['“Everybody types Bhai as a word of its own, or does not.”', 'Rajesh Bhai Patel', 'rajeshbhai patel'],
  ['“García is from my father, Fernández from my mother.”', 'María José García Fernández', 'maria jose fernandez'],
  ['“My grandfather’s name need not be typed.”', 'Abdi Warsame Farah', 'abdi farah'],
  // Letters and marks again
  ['“Capital I with a dot. Yes, it has a dot.”', 'İbrahim Yıldız', 'ibrahim yildiz'],
  ['“You typed it in capitals, in Turkish.”', 'Işıl Kayalar', 'IŞIL KAYALAR'],
  ['“Dots under the letters, and you have none.”', 'Ọládélé Ọ̀ṣúnbọ́', 'oladele osunbo'],
  ['“You have found the dots, and the list has none.”', 'Sola Ekundayo-Reid', 'ṣọlá ẹkundayọ'],
  ['“O with dots, as O-E.”', 'Jörg Bäcker', 'joerg baecker'],
  ['“O-E on the list, and you typed dots.”', 'Joerg Baecker', 'jörg bäcker'],
  ['“Władysław, and nobody at the office has an ł.”', 'Wladyslaw Zielinski', 'władysław zieliński'],
  ['“Ó Súilleabháin, run together and without the lines.”', 'Seán Ó Súilleabháin', 'osuilleabhain'],
  ['“Ní is not my middle name.”', 'Caoimhe Ní Bhriain', 'caoimhe bhriain'],
  ['“Ap Gwilym means son of, and people leave it out.”', 'Dafydd ap Gwilym', 'dafydd gwilym'],
  ['“Or they run it together.”', 'Dafydd ap Gwilym', 'apgwilym'],
  ['“Ngũgĩ wa Thiong’o, like the writer.”', 'Ngũgĩ wa Thiong’o', 'ngugi wa thiongo'],
  ['“’t Hoff. With the apostrophe in front.”', 'Wilhelmina van ’t Hoff', 'van t hoff'],
  // How it sounds
  ['“Keeva. It is spelt C-A-O-I-M-H-E.”', 'Caoimhe Nolan', 'keeva nolan'],
  ['“You heard Seersha.”', 'Saoirse Kelly', 'seersha kelly'],
  ['“Neve, Niamh, it is all one to you.”', 'Niamh Doherty', 'neve doherty'],
  ['“Llewellyn has four Ls.”', 'Llewellyn Hopcroft', 'lewelyn hopcroft'],
  ['“Two Ls and one P, where you had it the other way round.”', 'Phillipa Hopcroft', 'philippa hopcroft'],
  ['“Featherstonehaugh. Nobody has ever typed it right.”', 'Cuthbert Featherstonehaugh', 'cuthbert fetherstonhaugh'],
  ['“Wojciechowski, after Krzysztof.”', 'Krzysztof Wojciechowski', 'krzystof wojcechowski'],
  // Short forms, the other way and elsewhere
  ['“Dick. Yes. Richard, then.”', 'Richard Ellwood', 'dick ellwood'],
  ['“Ted is what my mother wrote, and you looked for Theodore.”', 'Ted Grimsditch', 'theodore grimsditch'],
  ['“Nancy is Ann, it always was.”', 'Nancy Pym', 'ann pym'],
  ['“Dami. The rest of it is for church.”', 'Oluwadamilola Ojo', 'dami ojo'],
  ['“Funmi.”', 'Olufunmilayo Ige', 'funmi ige'],
  ['“Kuba is a Jakub.”', 'Jakub Lis', 'kuba lis'],
  ['“Mo.”', 'Mohammed Tahir', 'mo tahir'],
  ['“TJ since school. Thomas James before that.”', 'Thomas James Sibanda', 'tj sibanda'],
  ['“A. P. J., without the dots and spaces.”', 'A. P. J. Grewal', 'apj grewal'],
  ['“The first letters of each, please, there is a queue.”', 'Gwenllian Balogun', 'gwe bal'],
  // Where somebody is from, again
  ['“Rukhsana from Meadowlark.”', 'Rukhsana Malik', 'rukhsana meadowlark'],
  ['“D. Smith, the joiner, not the other nineteen.”', 'David Smith', 'd smith tollgate'],
  ['“Saint Wulf’s is St Wulf’s.”', 'Olivia Khan', "olivia khan saint wulf's"],
  ['“Dragonfly and Sons, with an and.”', 'Ama Mensah', 'ama dragonfly and sons'],
  ['“Priya from the bakery at Quayside.”', 'Priya Patel', 'priya from quayside'],
]

const organisationOf = (name: string) =>
  ({
    'Sam Tollgate': 'Crumbleholme Bakery',
    'Mohammed Khan': 'Quincebury Orchards',
    'Sarah Jones': 'Quincebury Orchards',
    'Nisha Everdale': 'West Midlands Rowing Club',
    'Zachary Khan': 'Quincebury Orchards',
    'Rukhsana Malik': 'Meadowlark Nursery School',
    'David Smith': 'Tollgate Joinery',
    'Olivia Khan': 'St Wulf’s School',
    'Ama Mensah': 'Dragonfly & Sons',
    'Priya Patel': 'Quayside Bakery',
  })[name] ?? 'Hall of Records'

// In every hall there are many of these: of each name several, at different places.
const GIVEN =
  'Sarah Emma David John Mohammed Fatima Aisha Gurpreet Priya Kwame Ama Elizabeth Robert Richard Zachary Mary Susan Alex Natalie Katie'
const FAMILY =
  'Smith Jones Brown Khan Hussain Ali Patel Singh Kaur Shah O’Brien Kelly Chan Wong Nguyễn Okafor Mensah Bell Shaw Turner Hughes'
const PLACES = ['Elm Surgery', 'Nether Homes', 'Ashfern Police']

describe('finding people whom others could not find', () => {
  const index = createPeopleIndex()
  for (const given of GIVEN.split(' '))
    for (const family of FAMILY.split(' '))
      for (const organisation of PLACES)
        index.put({ id: `${given} ${family} at ${organisation}`, name: `${given} ${family}`, organisation })
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
