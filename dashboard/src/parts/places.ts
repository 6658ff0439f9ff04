import type { Language } from '../words/language'

/** English names; French where it has another. Also where mail goes that isn't on a map of the states. */
const STATES: Record<string, string | [string, string]> = {
  AK: 'Alaska',
  AL: 'Alabama',
  AR: 'Arkansas',
  AZ: 'Arizona',
  CA: ['California', 'Californie'],
  CO: 'Colorado',
  CT: 'Connecticut',
  DC: ['District of Columbia', 'district de Columbia'],
  DE: 'Delaware',
  FL: ['Florida', 'Floride'],
  GA: ['Georgia', 'Géorgie'],
  HI: ['Hawaii', 'Hawaï'],
  IA: 'Iowa',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: ['Louisiana', 'Louisiane'],
  MA: 'Massachusetts',
  MD: 'Maryland',
  ME: 'Maine',
  MI: 'Michigan',
  MN: 'Minnesota',
  MO: 'Missouri',
  MS: 'Mississippi',
  MT: 'Montana',
  NC: ['North Carolina', 'Caroline du Nord'],
  ND: ['North Dakota', 'Dakota du Nord'],
  NE: 'Nebraska',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: ['New Mexico', 'Nouveau-Mexique'],
  NV: 'Nevada',
  NY: 'New York',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: ['Pennsylvania', 'Pennsylvanie'],
  RI: 'Rhode Island',
  SC: ['South Carolina', 'Caroline du Sud'],
  SD: ['South Dakota', 'Dakota du Sud'],
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VA: ['Virginia', 'Virginie'],
  VT: 'Vermont',
  WA: 'Washington',
  WI: 'Wisconsin',
  WV: ['West Virginia', 'Virginie-Occidentale'],
  WY: 'Wyoming',
  AS: ['American Samoa', 'Samoa américaines'],
  FM: ['Micronesia', 'Micronésie'],
  GU: 'Guam',
  MH: ['Marshall Islands', 'îles Marshall'],
  MP: ['Northern Mariana Islands', 'îles Mariannes du Nord'],
  PR: ['Puerto Rico', 'Porto Rico'],
  PW: ['Palau', 'Palaos'],
  VI: ['U.S. Virgin Islands', 'îles Vierges américaines'],
  AA: ['Armed Forces Americas', 'forces armées, Amériques'],
  AE: ['Armed Forces Europe', 'forces armées, Europe'],
  AP: ['Armed Forces Pacific', 'forces armées, Pacifique'],
}

/** All codes, by code. */
export const PLACE_CODES: readonly string[] = Object.keys(STATES).sort()

/** What a code of two letters stands for; the code itself when nobody knows. */
export function placeName(code: string, language: Language): string {
  const known = STATES[code]
  if (known === undefined) return code
  return typeof known === 'string' ? known : known[language === 'fr' ? 1 : 0]
}
