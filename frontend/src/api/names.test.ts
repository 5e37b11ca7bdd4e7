import { expect, test } from 'vitest';
import { userName } from './names';

test('a user goes by the newest name, or by the number where none is known', () => {
  expect(userName({ uid: 7, name: 'anna', aliases: [] })).toBe('anna');
  expect(userName({ uid: 7, name: '', aliases: [] })).toBe('#7');
});

test('guests are called so in the language of the page', () => {
  const guest = { uid: 0, name: 'whoever', aliases: [] };
  document.documentElement.lang = 'de';
  expect(userName(guest)).toBe('Gast');
  document.documentElement.lang = 'en';
  expect(userName(guest)).toBe('Guest');
});
