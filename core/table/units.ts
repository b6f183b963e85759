/** Marks and codes that may stand before or behind a number, as they are named. */
const UNITS = [
  ...['%', '‰', '$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₪', '₴', '₫', '฿', '¢'],
  ...['US$', 'A$', 'C$', 'NZ$', 'HK$', 'R$', 'kr', 'kr.', 'zł', 'Kč', 'Ft', 'Fr.', 'lei'],
  ...[
    'USD',
    'EUR',
    'GBP',
    'CHF',
    'JPY',
    'CNY',
    'INR',
    'AUD',
    'CAD',
    'NZD',
    'SEK',
    'NOK',
    'DKK',
    'ISK',
    'PLN',
  ],
  ...[
    'CZK',
    'HUF',
    'RON',
    'BGN',
    'TRY',
    'RUB',
    'UAH',
    'BRL',
    'MXN',
    'ZAR',
    'KRW',
    'SGD',
    'HKD',
    'ILS',
    'THB',
  ],
]
const NAMES = new Map(UNITS.map((unit) => [unit.toLowerCase(), unit]))

/** Matches any unit, longer ones first; for use in a pattern that disregards case. */
export const UNIT_PATTERN = [...UNITS]
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[$.]/g, '\\$&'))
  .join('|')

/** A unit as it is named, however its letters were written. */
export function unitName(written: string): string {
  return NAMES.get(written.toLowerCase()) ?? written
}

/** The unit that most cells carry; empty where none does. */
export function usualUnit(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0]
}
