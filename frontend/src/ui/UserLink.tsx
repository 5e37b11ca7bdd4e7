import { Link } from '@tanstack/react-router';
import { userName } from '../api/names';
import type { User } from '../api/types';
import { useMessages } from '../i18n/language';

/** A user's name, with the former names on hover. */
export function UserLink({ user }: { user: User }) {
  const messages = useMessages();
  const former = user.aliases.length > 0 ? messages.common.previously(user.aliases.join(', ')) : undefined;
  return (
    <Link to="/user/$uid" params={{ uid: String(user.uid) }} title={former}>
      {userName(user)}
    </Link>
  );
}
