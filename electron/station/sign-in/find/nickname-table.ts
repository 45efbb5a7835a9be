/** Names that are the same name: short forms, and other spellings. Folded; one group a line. */

/** The full name first, then what people are called by. A short form may be in several groups. */
export const SHORT_FORMS = `
abigail abby abbie abi gail
abimbola bola
adebayo ade bayo
adrian ade adie
agnes aggie nessie
agnieszka aga
albert al bert bertie
aleksander olek alek alexander
aleksandra ola alexandra
alexander alex alec alexis sandy xander alasdair alastair alistair alister sasha lex alejandro
alexandra alex alexa sandra lexi lexie sandy sasha
alfred alf alfie fred freddie
alison ali ally alli
amanda mandy manda
amelia millie milly amy mel
andrea andi
andrew andy drew andi andrei andrzej
angela angie ange
angharad hari
ann nan nancy
anthony tony ant antony
antonia toni tonia
arthur art artie
aurelia rae
aneurin nye
babatunde tunde baba
balwinder bal balvinder
barbara barb babs barbie basia
barnaby barney
bartholomew bart
beatrice bea trixie beatrix
belinda bel lindy
benjamin ben benny benji
bernadette bernie
bernard bernie
bethan beth
bethany beth
bradley brad
bridget bridie biddy brigid
bronwen bron
cameron cam
caroline carol carrie caro caz lyn
cassandra cass cassie sandra
catherine kate katie katy kath kathy cath cathy cat kit kitty kay katya
catrin cat cati
catriona cat trina triona katrina
cecilia cecily celia cissy
charles charlie chuck chas chaz
charlotte charlie lottie lotte char
chinedu nedu edu
christian chris
christina chris chrissie chrissy tina kirsty kirsten
christine chris chrissie chrissy tina kirsty
christopher chris kit topher kris krzysztof krzys
chukwuemeka emeka
clifford cliff
colin col
connor con
constance connie
cornelius con neil
cynthia cindy
dafydd dai david
daniel dan danny
danielle dani danni
david dave davey davy dai
deborah debra deb debbie debby debs
deirdre dee
dennis den denny
derek del
desmond des
diana di diane
dominic dom nic
donald don donny
dorothy dot dottie dolly dora thea
douglas doug dougie
edmund ed eddie ned ted
edward ed eddie ned ted teddy eddy
edwin ed eddie
eleanor ellie ella nell nelly elly nora lenora
elizabeth liz lizzie lizzy beth betty bess bessie eliza elsie libby lisa lib elspeth liza betsy bet elzbieta ela
ellen nell nelly ellie
emily em emmie millie
emma em emmy
emmanuel manny
ernest ernie
esther essie
eugene gene
eve evie
evelyn eve evie lyn
ezekiel zeke
felicity fliss flick flic
finlay fin finn
florence flo flossie florrie
folasade sade
frances fran frankie francie
francesca fran frankie chess
francis frank frankie fran
francisco paco pancho curro
franklin frank
frederick fred freddie freddy rick
funmilayo funmi oluwafunmilayo olufunmilayo
gabriel gabe
gabrielle gabby gabi
gareth gary gaz
geoffrey geoff jeff
george georgie
georgina georgia georgie gina
gerald gerry jerry ged
gerard gerry ged
geraint ger
gillian gill jill
giuseppe beppe peppe
gordon gord
gregory greg grzegorz
guillermo memo guille
gurpreet guri
gwendolen gwen
gwenllian gwen
harinder harry
harjit harry
harold harry hal
harpreet harry
harriet hattie hettie harri
harrison harry
helen nell lena elena
henry harry hal hank henri
herbert herb bert
hilary hils
howard howie
hubert bert hugh
hugh hughie huw
ifeoma ify
imogen immy imo
irene rene renie
isaac ike zac zak
isabel izzy bella belle issy
jacob jake cob
jacqueline jackie jacqui jacky jac
jakub kuba jacob
james jim jimmy jamie jem
jane janie jenny
janet jan
jasmine jas jaz
jason jay jase
jaspreet jas
jaswinder jas jasvinder
jayesh jay
jennifer jen jenny jenni jenna
jeremy jez jerry
jessica jess jessie
joan joanie
joanna jo joan asia joasia ioana
joanne jo
john johnny jack jonny jock jan
jonathan jon jonny jonty
joseph joe joey jo
josephine jo josie
joshua josh
judith judy jude judi
julia jules julie
julian jules
julie jules
juliet jules
karen kaz
katarzyna kasia kate
kathleen kath kathy kay
kehinde kenny
kelly kel
kenneth ken kenny
kevin kev
kimberley kim kimmy
krishna krish
laura lor lori laurie
laurence larry laurie lol
lauren loz laurie
leonard len lenny leo
leslie les
lewis lew lou louie
lillian lily lil lillie
linda lyn lindy
llewellyn llew lyn
louise lou louisa lulu
lucinda lucy cindy lu
lucy luce lu
lukasz luke
madeleine maddie maddy mads
magdalena magda lena maddie
malcolm mal
malgorzata gosia margaret
mandeep mandy
manpreet mani
margaret maggie meg megan peggy madge marge margie peg greta daisy rita meggie
maria ria
marianne mari
martin marty
mary molly polly may mae mamie
mateusz matt
matilda tilly tilda
matthew matt mat matty
maureen mo
maurice mo
maxine max
maxwell max
maximilian max
melanie mel
melissa mel missy
mervyn merv
michael mike mick mickey micky mikey mitch michal mihai
michelle shell shelly chelle
mildred millie
miriam mim
mitchell mitch
mohammed mo md
myfanwy myf
natalie nat
natasha tasha nat
nathan nat nate
nathaniel nat nate nathan
navdeep nav
nicholas nick nicky nico nik
nicola nicky nikki nic nickie nik
nicole nicky nikki nic
nigel nige
norman norm
oladipo dipo
oliver ollie olly
olivia liv livvy livi
olufemi femi
olufunmilayo funmi
olumide mide olu
oluwadamilola dami damilola
oluwaseun seun olu
oluwatobi tobi tobiloba
pamela pam pammy
parminder pam
patricia pat patsy patty tricia trish tish
patrick pat paddy padraig
pauline paula
pawel paul
penelope penny pen
peter pete piotr pedro
philip phil pip
philippa pippa pip phil
prudence pru
priyanka priya
rachel rach rae
rajendra raj
rajesh raj
rajinder raj
raymond ray
rebecca becky becca beck becks bex becs
reginald reg reggie
rhiannon rhi
richard rick ricky rich richie dick dickie
robert rob bob bobby robbie bert robin
roberta bobbie robbie
roderick rod rory
rodney rod
roger rodge
roland rollo
ronald ron ronnie
rosalind ros roz
rosemary rose rosie romy
rose rosie
roxanne roxy
russell russ
ruth ruthie
rutendo ru
samantha sam sammy
samuel sam sammy
sanjay sanj
sarah sally sal sadie
scott scottie
sebastian seb bas
sharon shaz
sidney sid
simon si
simran simi
sophie soph
stanislaw stan staszek
stanley stan
stephanie steph stephie stef
stephen steve stevie ste
stewart stew stu
sukhdeep sukh
sukhwinder sukh
susan sue susie suzy susanna suzanne susannah
tafadzwa tafa
temitope temi tope
terence terry tel
teresa terry tess tessa
theodore theo ted teddy
thomas tom tommy thom
timothy tim timmy
tobias toby
tomasz tomek thomas
tracey trace
trevor trev
valerie val
vanessa ness nessa
venkatesh venkat venky
veronica ronnie vron
victor vic
victoria vicky tori vic
vijay vij
vincent vin vince vinny
vivienne viv
walter wally walt
wilfred wilf will fred
wilhelmina mina billie minnie
william will bill billy willy liam
winifred winnie win freda
wojciech wojtek
zachary zach zac zack zak
zofia zosia sophie
`

/** One name, spelt in several ways. */
export const SPELLINGS = `
abdul abdel abd
abdullah abdallah abdulla
ahmed ahmad ahmet
aine anya
aisha ayesha aysha aishah aesha ayshah aaisha
akhtar akhter
alan allan allen alun alyn
alasdair alastair alistair alister
ali aly
alison allison alyson
amarjit amarjeet
amina aminah ameena
ann anne anna annie ana
antony anthony
aoife eefa
baljit baljeet
bailey bayley baillie
bobby bobbie
brian bryan
bridget brigid
bronwen bronwyn
brown browne
caitlin kaitlyn katelyn caitlyn
caoimhe keeva keva
carolyn caroline carolina
catherine katherine kathryn catharine katharine cathryn katarina catherina
cathy kathy
cath kath
ceri kerry keri
cerys carys
chowdhury choudhury chaudhry chaudhary chowdhary choudhry chaudhri chaudhuri
christina kristina cristina
christopher kristopher
ciaran kieran keiran kieron
claire clare clara
clark clarke
connor conor conner
davis davies
debbie debby
deborah debra
deepa dipa
deepak dipak
diana diane dianne
dominic dominick
eilidh ailie
eileen aileen
eleanor elinor eleanora
elizabeth elisabeth
ellie elly
eoin owen eoghan ewan ewen euan owain
eva ewa
fatima fatema fatimah fatma fatuma faduma
fisher fischer
frederick frederic fredrick
gary garry
geoffrey jeffrey jeffery
geoff jeff
gillian jillian
glen glenn
graham graeme grahame
gray grey
green greene
gruffydd griffith
gwen gwenn
halima halimah
hamza hamzah
hannah hanna
harjit harjeet
hassan hasan hassen
huda hooda
hughes hughs
hussain hussein husain hossain hosain
ian iain
ibrahim ebrahim ibraheem
ieuan ifan evan iwan ioan
inderjit inderjeet
isabel isabella isobel isabelle ysabel
jackie jacky jacquie jacqui
jamal jamaal
jane jayne
jessie jessy
johnston johnstone johnson
jon john
jonathan jonathon johnathan johnathon
joseph josef jozef jose
karim kareem
katie katy
katrina catrina catriona
khadija khadijah kadija khadeeja
khalid khaled
kimberley kimberly
kowalski kowalska
kuldip kuldeep
laila layla leila leyla
lakshmi laxmi
laurence lawrence
leslie lesley
lewis louis
lillian lilian
llewellyn llewelyn lewellyn llywelyn
louise louisa
lynn lyn lynne
madeleine madeline
malik malick maalik
manjit manjeet
marc mark marcus marek
marian marianne marion maryanne
martin martyn
maryam mariam mariyam marium
matthew mathew
matthews mathews
maxim maksim
meera mira
miah mia miya
michael micheal michal mikael
mohammed muhammad mohammad mohamed muhammed mohamad mohamud muhamad mohammod muhammet mohd
moore moor
mustafa mustapha
nadeem nadim
nasir naseer nasser
naveed navid
neeta nita
neil neal neill niall
niamh neve nieve
nichols nicholls nicols
nicholas nicolas nikolas
nicky nikki nickie
noor nur nour
nora norah
novak nowak
oconnor oconner
omar umar omer
oneill oneil oneal
owens owen
pearce pierce pearse
philip phillip
philippa phillipa phillippa philipa
philips phillips
pooja puja
priya pria
qureshi quraishi qurashi
rafiq rafique
rahman rehman rahmaan
ranjit ranjeet
rashid rasheed
read reid reed
rebecca rebekah
reza riza
rhys reece rees reese
rogers rodgers
roisin rosheen
rosalind rosalyn
saeed said sayeed saied
saint st
salim saleem
sally sallie
sandeep sandip
saoirse seersha sorsha
sarah sara
sayed syed sayyid sayyed
sean shaun shawn
seamus shamus
shafiq shafique
shaikh sheikh sheik shaik
sheila sheelagh shelagh shiela
siddiqui siddique siddiqi
simmons simons
siobhan shivaun
smith smyth smythe
sophie sofie sophy
sophia sofia zofia
stephen steven stephan stefan steffan
stewart stuart
subramaniam subramanian subramanyam
sukhdeep sukhdip
sunita suneeta
surjit surjeet
susan suzan
sydney sidney
sylvia silvia
tariq tarik tareq
teresa theresa tereza
thomas tomas
thompson thomson
tracey tracy
usman uthman osman othman
vicky vicki vikki
vivian vivien vivienne
wasim waseem
white whyte
wisniewski wisniewska
yasmin yasmine jasmin yasmeen jasmine
yusuf yousef youssef yousuf yusef youssouf
zachary zachariah zackary zechariah zachery
zahra zehra
zainab zaynab zeinab zeynep
zielinski zielinska
zoe zoey
`
