/** Tells what a yes leaves out: that somebody joins from elsewhere, or for a part of the day. */

const PLACE = String.raw`(?:online|on line|virtual(?:ly)?|remote(?:ly)?|zoom|ms teams|microsoft teams|teams|live ?stream|stream(?:ing)?|webinar|recording|on demand|dial(?:ling)?[- ]in|webcast|hybrid)`
const WHOLLY = new RegExp(
  String.raw`^(?:(?:attending|attend|joining|join|watching|watch|access|via|by|on|over|the|only) )*${PLACE}(?: (?:only|ticket|pass|attendee|attendance|attending|participant|access|link|delegate|place|admission|event|please|meeting|call))*$`,
  'i',
)
const YES_FROM = new RegExp(
  String.raw`\b(?:attend(?:ing)?|join(?:ing)?|coming|participating)\b[^,;]{0,20}\b${PLACE}\b|\b${PLACE} only\b`,
  'i',
)
const PART =
  /\b(?:morning|afternoon|a\.?m\.?|p\.?m\.?|lunch|first half|second half|half|day (?:1|2|one|two)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^,;]{0,10}\bonly\b|\bonly (?:for |in |the |on )*(?:morning|afternoon|lunch|half|first|second)\b|\bhalf[- ]day\b|\bpart of the day\b|\b(?:not|apologies|apols|can(?:no|['’])?t)\b[^,;]{0,15}\b(?:morning|afternoon|am|pm)\b/i

/** True of “Online”, “Yes - via Zoom”, “Recording only”. */
export const isFromElsewhere = (text: string): boolean =>
  YES_FROM.test(text) || text.split(/ [-–—] |[-–—:,;()[\]/]/).some((part) => WHOLLY.test(part.trim()))
/** True where all that is said is that they join from elsewhere. */
export const isWhollyElsewhere = (text: string): boolean => WHOLLY.test(text.replaceAll(/[()[\]]/g, '').trim())
/** True of “Yes - morning only”. */
export const isForAPart = (text: string): boolean => PART.test(text)
