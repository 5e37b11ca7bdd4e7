import { expect, test } from 'vitest';
import { csv, fileName } from './csv';

const german = (...cells: (string | number | undefined)[]) =>
  csv({ header: ['x'], rows: [cells] }, 'de').split('\r\n')[1];

test('is UTF-8 that a spreadsheet recognizes', () => {
  expect(csv({ header: ['Türsteher'], rows: [] }, 'en')).toBe('\uFEFFTürsteher\r\n');
});

test('has semicolons and decimal commas in German, commas and points in English', () => {
  expect(german(1234567, 0.125, 'a,b', undefined)).toBe('1234567;0,125;a,b;');
  expect(csv({ header: ['x', 'y'], rows: [[0.125, 'a,b']] }, 'en')).toBe('\uFEFFx,y\r\n0.125,"a,b"\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-x-', "'-x-"],
  ['@all', "'@all"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['=a;b', '"\'=a;b"'],
  ['a=b', 'a=b'],
  ['a"b', '"a""b"'],
])('takes %j as a text', (name, expected) => {
  expect(german(name)).toBe(expected);
});

test('leaves a number its sign', () => {
  expect(german(-2)).toBe('-2');
});

test('names a file after what was chosen', () => {
  expect(fileName(['Benutzer', 2009, 'Sport'], 'csv')).toBe('potstats2-benutzer-2009-sport.csv');
  expect(fileName(['Übermut & Co.', undefined, '../é'], 'csv')).toBe('potstats2-uebermut-co-e.csv');
});
