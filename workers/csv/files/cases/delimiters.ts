import { lines, numbers, reads, words } from '../csv-file.ts'

const a = numbers('a', [1.5, 2.5, -3])
const b = numbers('b', [10, 30, 20])

export const delimiters = [
  reads('comma.csv', 'commas between cells', lines('a,b', '1.5,10', '2.5,30', '-3,20'), [a, b], {
    dialect: { delimiter: ',', quote: '"', decimal: '.', thousands: '', header: true, comment: '', skip: 0 },
  }),
  reads('semicolon.csv', 'semicolons between cells', lines('a;b', '1.5;10', '2.5;30', '-3;20'), [a, b], {
    dialect: { delimiter: ';', decimal: '.' },
  }),
  reads(
    'semicolon-decimal-comma.csv',
    'semicolons between cells with decimal commas',
    lines('a;b', '1,5;10', '2,5;30', '-3;20'),
    [a, b],
    { dialect: { delimiter: ';', decimal: ',' } },
  ),
  reads('tab.tsv', 'tabs between cells', lines('a\tb', '1.5\t10', '2.5\t30', '-3\t20'), [a, b], {
    dialect: { delimiter: '\t' },
  }),
  reads(
    'tab-decimal-comma.txt',
    'tabs between cells with decimal commas',
    lines('a\tb', '1,5\t10', '2,5\t30', '-3\t20'),
    [a, b],
    { dialect: { delimiter: '\t', decimal: ',' } },
  ),
  reads('pipe.txt', 'vertical bars between cells', lines('a|b', '1.5|10', '2.5|30', '-3|20'), [a, b], {
    dialect: { delimiter: '|' },
  }),
  reads('blank.dat', 'one blank between cells', lines('a b', '1.5 10', '2.5 30', '-3 20'), [a, b], {
    dialect: { delimiter: ' ' },
  }),
  reads(
    'aligned.dat',
    'columns aligned with blanks',
    lines('      a     b', '    1.5    10', '    2.5    30', '     -3    20'),
    [a, b],
    { dialect: { delimiter: ' ' } },
  ),
  reads(
    'aligned-words.dat',
    'columns aligned with blanks, with words in quotes',
    lines('a     b   town', '1.5   10  "New York"', '2.5   30  "Rome"', '-3    20  "La Paz"'),
    [a, b, words('town')],
  ),
  reads(
    'blanks-around-commas.csv',
    'blanks around the cells',
    lines('a , b', '1.5 , 10', '2.5 , 30', '-3 , 20'),
    [a, b],
    { dialect: { delimiter: ',' } },
  ),
  reads(
    'separator-line.csv',
    'the line with the delimiter for Excel',
    lines('sep=;', 'a;b', '1,5;10', '2,5;30', '-3;20'),
    [a, b],
  ),
  reads(
    'separator-line-unusual.csv',
    'a delimiter that only the first line tells',
    lines('sep=|', 'a|b', '1.5|10', '2.5|30', '-3|20'),
    [a, b],
    { dialect: { delimiter: '|' } },
  ),
  reads('one-column.csv', 'one column without any delimiter', lines('a', '1.5', '2.5', '-3'), [a]),
  reads(
    'one-column-decimal-comma.csv',
    'one column of decimal commas',
    lines('a', '1,5', '2,5', '-3,0'),
    [a],
    {
      dialect: { decimal: ',' },
    },
  ),
  reads(
    'commas-in-words.csv',
    'commas in the words of a file with semicolons',
    lines('a;b;town', '1.5;10;Paris, France', '2.5;30;Rome, Italy', '-3;20;Bonn, Germany'),
    [a, b, words('town')],
    { dialect: { delimiter: ';' } },
  ),
  reads(
    'semicolons-in-words.csv',
    'semicolons in the words of a file with commas',
    lines('a,b,town', '1.5,10,Paris; France', '2.5,30,Rome; Italy', '-3,20,Bonn; Germany'),
    [a, b, words('town')],
    { dialect: { delimiter: ',' } },
  ),
  reads(
    'blanks-in-words.tsv',
    'blanks in the words of a file with tabs',
    lines('a\tb\ttown', '1.5\t10\tNew York City', '2.5\t30\tRome', '-3\t20\tLa Paz'),
    [a, b, words('town')],
    { dialect: { delimiter: '\t' } },
  ),
  reads(
    'chosen-delimiter.csv',
    'a delimiter that the person chose',
    lines('a|b', '1.5|10', '2.5|30', '-3|20'),
    [a, b],
    { choice: { delimiter: '|', decimal: '.', header: true } },
  ),
]
