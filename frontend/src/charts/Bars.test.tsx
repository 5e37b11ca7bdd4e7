import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { de } from '../i18n/de';
import { Bars } from './Bars';

const bars = [
  { key: '2025', label: '2025', value: 3 },
  { key: '2026', label: '2026', value: 1 },
];

function draw(onChoose = vi.fn()) {
  render(
    <Bars
      label="Jahre"
      bars={bars}
      inWords={de.statistics.of.post_count}
      hasShares
      unfinished="2026"
      onChoose={onChoose}
    />,
  );
  const segments = screen.getByRole('img').querySelectorAll('g > g');
  return { onChoose, last: segments[segments.length - 1]! };
}

const withPointer = (hovers: boolean) =>
  vi
    .spyOn(window, 'matchMedia')
    .mockImplementation((media) => ({ media, matches: media === '(hover: none)' && !hovers }) as MediaQueryList);

afterEach(() => vi.restoreAllMocks());

test('a bar says what it counts, its share, and that it goes on', () => {
  const { last } = draw();
  fireEvent.pointerEnter(last);
  for (const line of ['2026: 1 Beitrag', 'bis jetzt', '25,0 % von allem Gezeigten']) {
    expect(screen.getByText(line)).toBeTruthy();
  }
  fireEvent.pointerLeave(screen.getByRole('img'));
  expect(screen.queryByText('bis jetzt')).toBeNull();
});

test('a click chooses where there is a pointer, a second tap where there is none', () => {
  withPointer(true);
  const { onChoose, last } = draw();
  fireEvent.click(last);
  expect(onChoose.mock.calls).toEqual([['2026']]);
  withPointer(false);
  fireEvent.click(last);
  expect(onChoose).toHaveBeenCalledTimes(2);
});

test('the first tap shows a value and chooses nothing', () => {
  withPointer(false);
  const { onChoose, last } = draw();
  fireEvent.click(last);
  expect(onChoose).not.toHaveBeenCalled();
  expect(screen.getByText('2026: 1 Beitrag')).toBeTruthy();
  fireEvent.click(last);
  expect(onChoose).toHaveBeenCalledTimes(1);
});
