import { lines, numbers, reads, words, type CsvFile } from '../csv-file.ts'
import { encode } from '../encode.ts'

const b = numbers('b', [1, 3, 2])
const unit = (column: string) => ({ warnings: [{ code: 'units', column }] })

/** A column between tabs that holds 12, 0.5 and −7 with a unit. */
function marked(name: string, about: string, cells: [string, string, string], mark: string): CsvFile {
  return reads(
    name,
    about,
    lines('a\tb', `${cells[0]}\t1`, `${cells[1]}\t3`, `${cells[2]}\t2`),
    [numbers('a', [12, 0.5, -7], { format: { unit: mark } }), b],
    unit('a'),
  )
}

export const units = [
  marked('percent.tsv', 'percent marks behind a blank', ['12 %', '0.5 %', '-7 %'], '%'),
  marked('percent-close.tsv', 'percent marks close behind', ['12%', '0.5%', '-7%'], '%'),
  marked('dollars.tsv', 'dollar marks in front', ['$12', '$0.5', '-$7'], '$'),
  marked('dollars-sign-behind.tsv', 'signs behind the dollar mark', ['$12', '$+0.5', '$-7'], '$'),
  marked('euros.tsv', 'euro marks behind', ['12 €', '0,5 €', '-7 €'], '€'),
  marked('euros-front.tsv', 'euro marks in front', ['€ 12', '€ 0.5', '€ -7'], '€'),
  marked('pounds.tsv', 'pound marks', ['£12', '£0.5', '-£7'], '£'),
  marked('yen.tsv', 'yen marks', ['¥12', '¥0.5', '-¥7'], '¥'),
  marked('codes.tsv', 'codes of currencies in front', ['USD 12', 'USD 0.5', 'USD -7'], 'USD'),
  marked('codes-behind.tsv', 'codes of currencies behind', ['12 EUR', '0.5 EUR', '-7 EUR'], 'EUR'),
  marked('francs.tsv', 'Swiss francs', ['CHF 12', 'CHF 0.5', 'CHF -7'], 'CHF'),
  marked('kroner.tsv', 'kroner', ['12 kr', '0,5 kr', '-7 kr'], 'kr'),
  marked('zloty.tsv', 'zloty', ['12 zł', '0,5 zł', '-7 zł'], 'zł'),
  reads(
    'prices.csv',
    'prices with thousands and a mark',
    lines('price,b', '"$1,234.50",1', '$0.99,3', '"$12,000.00",2'),
    [numbers('price', [1234.5, 0.99, 12000], { format: { decimal: '.', thousands: ',', unit: '$' } }), b],
    unit('price'),
  ),
  reads(
    'prices-german.csv',
    'prices with decimal commas and a mark behind',
    lines('preis;b', '1.234,50 €;1', '0,99 €;3', '12.000,00 €;2'),
    [numbers('preis', [1234.5, 0.99, 12000], { format: { decimal: ',', thousands: '.', unit: '€' } }), b],
    unit('preis'),
  ),
  reads(
    'prices-windows-1252.csv',
    'euro marks in Windows-1252',
    encode(lines('preis;b', '1,50 €;1', '0,99 €;3', '12,25 €;2'), 'windows-1252'),
    [numbers('preis', [1.5, 0.99, 12.25], { format: { unit: '€' } }), b],
    { warnings: [{ code: 'units', column: 'preis' }, 'encoding-guessed'] },
  ),
  reads(
    'percent-amid-bare.csv',
    'percent cells amid bare ones, and says so',
    lines('a,b', '12 %,1', '0.5,3', '7 %,2'),
    [numbers('a', [12, 0.5, 7]), b],
    { warnings: [{ code: 'mixed-units', column: 'a' }], perhaps: ['units'] },
  ),
  reads(
    'dollars-amid-euros.csv',
    'two currencies in one column, and says so',
    lines('a,b', '$12,1', '€0.5,3', '$7,2'),
    [numbers('a', [12, 0.5, 7]), b],
    { warnings: [{ code: 'mixed-units', column: 'a' }], perhaps: ['units'] },
  ),
  reads(
    'other-units.csv',
    'units that are no currency as text',
    lines('weight,b', '12 kg,1', '0.5 kg,3', '7 kg,2'),
    [words('weight'), b],
  ),
  reads(
    'percent-missing.csv',
    'missing cells amid percent cells',
    lines('a,b', '12 %,1', ',3', 'NA,2'),
    [numbers('a', [12, null, null], { format: { unit: '%' } }), b],
    unit('a'),
  ),
]
