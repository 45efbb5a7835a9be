/**
 * The headings that say which column holds what. The real ones come from Eventbrite's attendee report, from pretix's
 * “Order data” and “Check-in list” exports (base/exporters/orderlist.py, plugins/checkinlists/exporters.py), and from the
 * workbook Microsoft Forms makes, where a question is the heading; the plain ones are what people write.
 */
import type { IMPORT_FIELDS } from '../../../../shared/domain/delegate.ts'
import type { HeadingRule } from '../../../files/tables/index.ts'
import { SOMEBODY_ELSE } from './heading-words.ts'
import { KNOWN_AS } from './known-as-heading.ts'
import { ACCESS_NEEDS, DIETARY_NEEDS } from './need-headings.ts'
import { STATUS } from './status-heading.ts'

export type ImportField = (typeof IMPORT_FIELDS)[number]
/** Two columns are read to understand a row, and never kept: is the ticket still good, and for how many people. */
export type Sign = ImportField | 'status' | 'quantity'

export const RULES: Record<Sign, HeadingRule> = {
  name: {
    exact: [
      'attendee name',
      'delegate name',
      'participant name',
      'full name',
      'name of delegate',
      'name of attendee',
      'name',
      'your name',
      'your full name',
      'delegate',
      'attendee',
      'participant',
      'display name',
      'name and surname',
      'first and last name',
      'first & last name',
      'forename and surname',
      'guest name',
      'nom complet',
      'enw llawn',
      'enw',
      'nom',
    ],
    within: [
      /\b(your|delegate'?s?|attendee'?s?|participant'?s?) (full )?name\b/,
      /\bfull name\b/,
      /\bname of (the )?(delegate|attendee|participant|person attending)\b/,
      /\b(who|what) (are you called|is your name)\b/,
    ],
    unless: [
      /\b(preferred|chosen|badge|lanyard|tag)\b/,
      /\b(first|last|given|family|middle|user|file|company|organi[sz]ation|school|team|table|session|job|sector)\b|\b(sur|fore)name\b/,
      SOMEBODY_ELSE,
    ],
  },
  knownAs: KNOWN_AS,
  firstName: {
    exact: [
      'attendee first name',
      'attendee name: given name',
      'first name',
      'firstname',
      'forename',
      'forenames',
      'given name',
      'given names',
      'first names',
      'first',
      'christian name',
      'prénom',
      'prenom',
      'vorname',
      'enw cyntaf',
      'initials',
      'initial',
      'first initial',
    ],
    within: [/\b(first|given) names?\b/, /\bforenames?\b/],
    unless: [/\b(preferred|chosen|badge)\b/, /\b(last|family) name\b|\bsurname\b/, SOMEBODY_ELSE],
  },
  lastName: {
    exact: [
      'attendee last name',
      'attendee surname',
      'attendee name: family name',
      'last name',
      'lastname',
      'surname',
      'family name',
      'second name',
      'nom de famille',
      'nachname',
      'cyfenw',
      'last',
    ],
    within: [/\b(last|family) name\b/, /\bsurname\b/],
    unless: [/\b(first|given) name\b|\bforename\b/, SOMEBODY_ELSE],
  },
  role: {
    exact: [
      'job title',
      'jobtitle',
      'role',
      'job role',
      'role title',
      'position',
      'job',
      'post',
      'post title',
      'designation',
      'occupation',
      'title',
    ],
    within: [
      /\bjob (title|role)\b/,
      /^(organi[sz]ation|company)( \d)?( -)? title$/,
      /\b(your|current) (job|role|position|post)\b/,
      /\b(role|position) (title|in|at|within)\b/,
      /\bwhat (do you do|is your role)\b/,
    ],
    unless: [/\bposition id\b|\bposted?\b.*\bcode\b|\brole model\b/, SOMEBODY_ELSE],
  },
  organisation: {
    exact: [
      'organisation',
      'organization',
      'organisation name',
      'name of organisation',
      'employer',
      'company',
      'company name',
      'company organization',
      'company organisation',
      'organisation employer',
      'agency',
      'institution',
      'workplace',
      'place of work',
      'affiliation',
      'société',
      'sefydliad',
      'organisation team',
      'school',
      'authority',
      'local authority',
      'council',
      'invoice address company',
      'org',
      'org name',
    ],
    within: [
      /\b(name of|your|which|what) (the )?(organi[sz]ation|employer|company|agency)\b/,
      /\b(organi[sz]ation|employer|company|agency)\b/,
      /\b(where|who) do you work\b/,
      /\bplace of work\b/,
      /\b(represent|representing|on behalf of)\b/,
    ],
    unless: [
      /\b(type|kind|size|sort|sector|website|address|number|size|role|job|position|pledge|offer|hear|heard|can your|will your|does your|email|name of your manager)\b/,
      SOMEBODY_ELSE,
    ],
  },
  area: {
    exact: [
      'service area',
      'directorate',
      'department',
      'service',
      'team',
      'service area name',
      'directorate name',
      'department name',
      'service name',
      'team name',
      'name of service area',
      'directorate or service',
      'service area or directorate',
      'directorate service',
      'service team',
      'department team',
      'division',
      'business unit',
    ],
    within: [
      /\bservice areas?\b/,
      /^(organi[sz]ation|company)( \d)?( -)? (department|directorate)$/,
      // Only as a question: “Housing department” is what somebody is from.
      /\b(your|which|what|name of) (the |your )?(directorate|department|service|team|division)\b/,
    ],
    // Asked for as one with the organisation, it is the organisation’s.
    unless: [
      /\b(organi[sz]ation|employer|company|agency),? ?(or |and )?(the |your )?(service|team|directorate|department|division)\b|\b(service( area)?|team|directorate|department|division),? (or |and )?(the |your )?(organi[sz]ation|employer|company|agency)\b|\b(type|kind|size|sort|sector|website|address|number|role|job|position|pledge|offer|email|manager|leader|head|user|users|rate|rating|hear|heard|can your|will your|does your)\b/,
      SOMEBODY_ELSE,
    ],
  },
  sector: {
    exact: [
      'sector',
      'sector name',
      'partnership sector',
      'partner sector',
      'organisation type',
      'type of organisation',
      'organization type',
      'type of organization',
      'organisation sector',
      'partner type',
      'stakeholder group',
    ],
    within: [
      /\bsector\b/,
      /\b(type|kind|sort) of (organi[sz]ation|partner|employer|agency)\b/,
      /\b(organi[sz]ation|partner|agency) (type|sector)\b/,
      /\bpart of the partnership\b/,
    ],
    unless: [SOMEBODY_ELSE],
  },
  email: {
    exact: [
      'attendee email',
      'email',
      'email address',
      'work email',
      'work email address',
      'delegate email',
      'attendee email address',
      'contact email',
      'your email',
      'mail',
      'courriel',
      'ebost',
      'e-bost',
    ],
    within: [/\byour (work )?email\b/, /\bemail address\b/, /\bemail\b/],
    unless: [
      /\b(verified|permission|consent|happy|agree|may we|can we|receive|updates|newsletter|confirm|domain|sent|opt|label|type)\b/,
      SOMEBODY_ELSE,
    ],
  },
  table: {
    exact: [
      'table',
      'table number',
      'table no',
      'table #',
      'table name',
      'table allocation',
      'table allocated',
      'seating',
      'allocated table',
      'workshop table',
    ],
    within: [/\btable (number|no|name|allocation|allocated)\b/, /\bwhich table\b/],
    unless: [],
  },
  badge: {
    exact: [
      'barcode #',
      'barcode',
      'barcode number',
      'ticket barcode',
      'ticket secret',
      'secret',
      'ticket code',
      'badge code',
      'badge',
      'badge number',
      'badge id',
      'qr code',
      'ticket qr code',
      'scan code',
      'ticket reference',
      'ticket ref',
      'public id',
      'qr code url',
      'check in code',
      'check in url',
      'attendee reference',
    ],
    within: [/\b(barcode|qr code|badge|ticket) (number|code|id|secret|reference|ref|url|link|data)\b/, /\bqr code\b/],
    unless: [/\b(name on|badge name|order|discount|voucher|printed)\b/],
  },
  accessNeeds: ACCESS_NEEDS,
  dietaryNeeds: DIETARY_NEEDS,
  status: STATUS,
  quantity: { exact: ['quantity', 'qty', 'number of tickets', 'number of places', 'tickets'], within: [], unless: [] },
}

// What is never taken of a person, whatever a mapping says: the issue's rule, and data minimisation (UK GDPR Art. 5(1)(c)).
export const NEVER =
  /\b((tele)?phone|mobile|tel|cell|fax|whatsapp|contact (number|no)|post ?code|zip( code)?|(home|postal|street|billing|shipping|work|mailing|delivery|invoice) address( ?\d)?|address( line)?( ?\d)?|date of birth|dob|birth ?(day|date)|age|gender|sex|pronouns?|ethnicity|ethnic|religion|sexual(ity)?|marital|nationality|passport|national insurance|ni number|nhs number|salary|bank|iban|sort code|account number|card|total paid|price|fees?|fees paid|tax|vat( id)?|currency|amount|payment|ip (location|address)|car registration|vehicle)\b/

// What stands in a cell of an organisation, of a job: neither is somebody's name.
export const ORGANISATION =
  /\b(ltd|limited|plc|llp|cic|council|trust|school|academy|college|university|nhs|police|constabulary|service|services|association|society|charity|foundation|centre|church|housing|motors|group|partnership|authority|hospital|bank|company|house|homes|club|department|ministry|borough|county|city|co)\b/i
export const JOB =
  /\b(manager|officer|head|director|worker|teacher|lead|chief|chair|trustee|coordinator|co-ordinator|assistant|adviser|advisor|nurse|consultant|commissioner|councillor|mentor|owner|practitioner|administrator|engineer|apprentice|volunteer|carer|clerk|executive|superintendent|inspector|sergeant|constable|psychologist|therapist|partner|specialist|support|youth)\b/i
