// The outlines of the states as SVG paths. The atlas is projected already (Albers): nothing is turned or flipped.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

const CODES = {
  '01': 'AL',
  '02': 'AK',
  '04': 'AZ',
  '05': 'AR',
  '06': 'CA',
  '08': 'CO',
  '09': 'CT',
  10: 'DE',
  11: 'DC',
  12: 'FL',
  13: 'GA',
  15: 'HI',
  16: 'ID',
  17: 'IL',
  18: 'IN',
  19: 'IA',
  20: 'KS',
  21: 'KY',
  22: 'LA',
  23: 'ME',
  24: 'MD',
  25: 'MA',
  26: 'MI',
  27: 'MN',
  28: 'MS',
  29: 'MO',
  30: 'MT',
  31: 'NE',
  32: 'NV',
  33: 'NH',
  34: 'NJ',
  35: 'NM',
  36: 'NY',
  37: 'NC',
  38: 'ND',
  39: 'OH',
  40: 'OK',
  41: 'OR',
  42: 'PA',
  44: 'RI',
  45: 'SC',
  46: 'SD',
  47: 'TN',
  48: 'TX',
  49: 'UT',
  50: 'VT',
  51: 'VA',
  53: 'WA',
  54: 'WV',
  55: 'WI',
  56: 'WY',
}

const atlas = JSON.parse(
  await readFile(createRequire(import.meta.url).resolve('us-atlas/states-albers-10m.json'), 'utf8'),
)
const path = geoPath().digits(1)
const states = feature(atlas, atlas.objects.states)
  .features.filter(state => CODES[state.id])
  .map(state => ({
    code: CODES[state.id],
    name: state.properties.name,
    outline: path(state),
    centre: path.centroid(state).map(Math.round),
  }))
  .sort((one, other) => one.code.localeCompare(other.code))

const to = new URL('../src/generated/', import.meta.url)
await mkdir(to, { recursive: true })
await writeFile(new URL('states.json', to), JSON.stringify(states))
