/** The headings of columns about what people need; a question about needs names what it must. */
import type { HeadingRule } from '../../../files/tables/index.ts'

export const ACCESS_NEEDS: HeadingRule = {
  exact: [
    'access needs',
    'access requirements',
    'accessibility needs',
    'accessibility requirements',
    'accessibility',
    'access',
    'additional needs',
    'special requirements',
    'special needs',
    'support needs',
    'reasonable adjustments',
    'access or dietary needs',
    'needs',
  ],
  within: [
    /\baccess(ibility)? (needs|requirements|or|and|support)\b/,
    /\baccessibility\b/,
    /\b(reasonable )?adjustments?\b/,
    /\b(access|support|mobility|additional|special|other) (needs?|requirements?|assistance|arrangements)\b/,
    /\b(hearing loop|wheelchair|bsl|sign language|step.free)\b/,
    /\b(disabilit(y|ies)|disabled)\b/,
    /\bto take part\b/,
  ],
  unless: [
    /\b(internet|wi-?fi|online) access\b|\baccess (code|level|token|date)\b|\b(consent|photos?|photographs?|filmed|agree)\b/,
  ],
}

export const DIETARY_NEEDS: HeadingRule = {
  exact: [
    'dietary needs',
    'dietary requirements',
    'diet',
    'dietary',
    'dietary preferences',
    'dietary restrictions',
    'special dietary requirements',
    'food allergies',
    'allergies',
    'catering requirements',
  ],
  within: [
    /\bdiet(ary|s)?\b/,
    /\ballerg(y|ies|ic|ens?)\b/,
    /\b(food|catering|lunch|meal) (needs?|requirements?|preferences?|choices?|options?)\b/,
    /\b(vegetarian|vegan|halal|kosher)\b/,
    /^(lunch|food|meal|catering)$/,
  ],
  unless: [],
}
