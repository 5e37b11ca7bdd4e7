import type { User } from '../src/api/types.ts';

/** As the pages, in German, call a user. */
export const nameOf = (user: User): string => (user.uid === 0 ? 'Gast' : user.name || `#${user.uid}`);
