import type { User } from './types';

/** All who wrote without an account are one user, whatever names they gave. */
const GUEST: Record<string, string> = { de: 'Gast', en: 'Guest' };

/** A user whose name is not known yet goes by the number. */
export const userName = (user: User): string =>
  user.uid === 0 ? (GUEST[document.documentElement.lang] ?? 'Gast') : user.name || `#${user.uid}`;

/** A board whose name is not known yet goes by the number. */
export const boardName = (board: { bid: number; name: string }): string => board.name || `#${board.bid}`;
