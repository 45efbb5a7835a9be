/** The words by which the headings of a list are known, and what is no name of a person: said by whoever knows what the list is of. */

/** By which words a heading is known. */
export type HeadingRule = {
  /** Whole headings, the surest first. */
  exact: readonly string[]
  /** Parts of headings written as questions or sentences, the surest first. */
  within: readonly RegExp[]
  /** What makes a sentence about something else. */
  unless: readonly RegExp[]
}

/** Plain data, so that a thread can be given it. */
export type Vocabulary<Sign extends string = string> = {
  /** What a column may stand for, each with the headings that say so. */
  rules: Readonly<Record<Sign, HeadingRule>>
  /** The signs that say what somebody is called. A sheet without any of them is not about people. */
  naming: readonly Sign[]
  /** What makes a text in capitals no name of a person: words of organisations, of jobs. */
  noNames: readonly RegExp[]
}
