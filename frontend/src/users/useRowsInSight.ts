import { useLayoutEffect, useState, type RefObject } from 'react';

/** Drawn beyond both edges of the screen, so that nobody sees the end of them while scrolling. */
const BEYOND = 12;

export interface Rows {
  from: number;
  /** Exclusive. */
  to: number;
}

/** The rows on screen, of a list of equally high ones that scrolls with the window and begins so far below its top. */
export function rowsInSight(top: number, screen: number, count: number, height: number): Rows {
  const within = (row: number) => Math.min(count, Math.max(0, row));
  return {
    from: within(Math.floor(-top / height) - BEYOND),
    to: within(Math.ceil((screen - top) / height) + BEYOND),
  };
}

export function useRowsInSight(list: RefObject<HTMLElement | null>, count: number, height: number): Rows {
  const [rows, setRows] = useState<Rows>({ from: 0, to: 0 });
  useLayoutEffect(() => {
    const look = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const { from, to } = rowsInSight(top, window.innerHeight, count, height);
      setRows((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [list, count, height]);
  return { from: rows.from, to: Math.min(rows.to, count) };
}

/** Brings a row of the list to the middle of the screen. */
export function showRow(list: HTMLElement, row: number, height: number): void {
  const top = list.getBoundingClientRect().top + window.scrollY + (row + 0.5) * height;
  window.scrollTo({ top: top - window.innerHeight / 2 });
}
