import { describe, expect, test } from 'vitest';
import { csv, fileName } from './csv';

describe('a CSV file', () => {
  test('begins with a byte order mark, so that a spreadsheet reads umlauts', () => {
    expect(csv('en', ['name'], [['Höhlenmensch']])).toBe('\uFEFFname\r\nHöhlenmensch\r\n');
  });

  test('has semicolons and decimal commas in German, commas and points in English', () => {
    expect(csv('de', ['a', 'b'], [['x,y', 1234.5]])).toBe('\uFEFFa;b\r\n"x,y";"1234,5"\r\n');
    expect(csv('en', ['a', 'b'], [['x;y', 1234.5]])).toBe('\uFEFFa,b\r\n"x;y",1234.5\r\n');
  });

  test.each(['=HYPERLINK("http://evil.example";"x")', '+49 170', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'keeps %j from being a formula',
    (name) => {
      const cell = csv('en', ['name'], [[name]]).slice('\uFEFFname\r\n'.length, -2);
      expect(cell.replace(/^"/, '').startsWith(`'${name[0]}`)).toBe(true);
    },
  );

  test('leaves numbers numbers', () => {
    expect(csv('en', ['n'], [[-5]])).toBe('\uFEFFn\r\n-5\r\n');
  });

  test('quotes what would break a line', () => {
    expect(csv('en', ['name'], [['a,"b"\n']])).toBe('\uFEFFname\r\n"a,""b""\n"\r\n');
  });
});

test('the name of a file says what was chosen', () => {
  expect(fileName('Benutzer', 2009, 'Öffentliches & Straße', undefined, 'Beiträge')).toBe(
    'potstats2-benutzer-2009-oeffentliches-strasse-beitraege.csv',
  );
  expect(fileName('a/../b\\c')).toBe('potstats2-a-b-c.csv');
});
