import type { User } from './types';

/** A user whose name is not known yet goes by the number. */
export const userName = (user: User): string => user.name || `#${user.uid}`;

/** A board whose name is not known yet goes by the number. */
export const boardName = (board: { bid: number; name: string }): string => board.name || `#${board.bid}`;
