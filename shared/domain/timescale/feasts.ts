/** Days of the year that people name in England: feasts, bank holidays, results days. What has no table here is in `UNTABLED`. */
import { type Day, dayOf, weekdayFrom, weekdayUpTo } from './civil-day.ts'
import { easterSunday } from './school-year.ts'

const [MONDAY, THURSDAY, SUNDAY] = [1, 4, 7]
const on = (month: number, day: number) => (year: number) => dayOf(year, month, day)
const fromEaster = (days: number) => (year: number) => easterSunday(year) + days

const firstMondayOfMay = (year: number): Day => weekdayFrom(MONDAY, dayOf(year, 5, 1))
const lastMondayOfMay = (year: number): Day => weekdayUpTo(MONDAY, dayOf(year, 5, 31))
const lastMondayOfAugust = (year: number): Day => weekdayUpTo(MONDAY, dayOf(year, 8, 31))
/** The clocks go forward on the one, and back on the other. */
export const lastSundayOfMarch = (year: number): Day => weekdayUpTo(SUNDAY, dayOf(year, 3, 31))
export const lastSundayOfOctober = (year: number): Day => weekdayUpTo(SUNDAY, dayOf(year, 10, 31))
/** The exam boards give A-level results in the third week of August, on its Thursday (13 to 19), and GCSE results a week later. */
const aLevelResults = (year: number): Day => weekdayFrom(THURSDAY, dayOf(year, 8, 13))

/** Without apostrophes, and with blanks for hyphens, as words are read. */
export const FEASTS: Readonly<Record<string, (year: number) => Day>> = {
  'burns night': on(1, 25),
  'valentines day|valentines|valentine day': on(2, 14),
  'st davids day': on(3, 1),
  'international womens day': on(3, 8),
  'st patricks day': on(3, 17),
  'st georges day': on(4, 23),
  'april fools day': on(4, 1),
  'shrove tuesday|shrove tues|pancake day': fromEaster(-47),
  'ash wednesday': fromEaster(-46),
  'mothering sunday|mothers day|mother day': fromEaster(-21),
  'palm sunday': fromEaster(-7),
  'maundy thursday|maundy thurs': fromEaster(-3),
  'good friday|good fri': fromEaster(-2),
  'easter|easter sunday|easter sun|easter day': fromEaster(0),
  'easter monday|easter mon': fromEaster(1),
  'ascension day': fromEaster(39),
  'whit sunday|pentecost': fromEaster(49),
  'may day|may day bank holiday|early may bank holiday|first may bank holiday|may day holiday': firstMondayOfMay,
  'late may bank holiday|spring bank holiday|whitsun bank holiday|whit bank holiday|whit monday|second may bank holiday|end of may bank holiday':
    lastMondayOfMay,
  've day': on(5, 8),
  'vj day': on(8, 15),
  'fathers day|father day': (year) => weekdayFrom(SUNDAY, dayOf(year, 6, 15)),
  'a level results day|a level results|a levels results day|alevel results day|alevel results': aLevelResults,
  'gcse results day|gcse results|gcses results day': (year) => aLevelResults(year) + 7,
  'august bank holiday|aug bank holiday|late august bank holiday|summer bank holiday|late summer bank holiday|august bank holiday monday':
    lastMondayOfAugust,
  'halloween|all hallows eve': on(10, 31),
  'bonfire night|guy fawkes night|fireworks night|guy fawkes': on(11, 5),
  'armistice day': on(11, 11),
  'clocks go forward|the clocks go forward|clocks going forward|the clocks going forward': lastSundayOfMarch,
  'clocks go back|the clocks go back|clocks going back|the clocks going back': lastSundayOfOctober,
  // The day after the fourth Thursday of November.
  'black friday': (year) => weekdayFrom(THURSDAY, dayOf(year, 11, 22)) + 1,
  'remembrance sunday': (year) => weekdayFrom(SUNDAY, dayOf(year, 11, 8)),
  'st andrews day|st andrew day': on(11, 30),
  'christmas eve|xmas eve': on(12, 24),
  'christmas|christmas day|xmas|xmas day|chrimbo|crimbo': on(12, 25),
  'boxing day': on(12, 26),
  'new years eve|new year eve|nye': on(12, 31),
  'new years day|new year day': on(1, 1),
}

/** Feasts that follow the moon or another calendar, and days of which there are several: nobody should guess. */
export const UNTABLED: readonly string[] = [
  'jewish new year',
  'islamic new year',
  'eid',
  'ramadan',
  'ramadhan',
  'hanukkah',
  'chanukah',
  'passover',
  'pesach',
  'rosh hashanah',
  'yom kippur',
  'vaisakhi',
  'navratri',
  'holi',
  'nowruz',
  'lent',
  'advent',
  'orthodox easter',
  'greek easter',
  'orthodox christmas',
  // The Sunday, or the bank holiday a week later.
  'whitsun',
  'whitsuntide',
  'may bank holiday',
  'bank holiday',
  'bank holidays',
  'easter bank holiday',
  'christmas bank holiday',
  'new year bank holiday',
  'boxing day bank holiday',
  'new years day bank holiday',
  'easter weekend',
  'results day',
  'results',
  'exam results',
  'exam results day',
]
