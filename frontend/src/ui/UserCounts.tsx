import { userName } from '../api/names';
import type { User } from '../api/types';
import { useMessages } from '../i18n/language';
import { DataTable } from './DataTable';
import { UserLink } from './UserLink';

/** Users and how many of something each has, the most first. */
export function UserCounts(props: {
  caption: string;
  rows: { User: User; count: number }[];
  counted: string;
  isTall?: boolean;
}) {
  const { users } = useMessages();
  const most = props.rows[0]?.count ?? 1;
  return (
    <DataTable
      caption={props.caption}
      file={props.caption}
      rows={props.rows}
      rowKey={(row) => row.User.uid}
      isRowHit
      isTall={props.isTall}
      columns={[
        { title: users.name, value: (row) => userName(row.User), show: (row) => <UserLink user={row.User} /> },
        { title: props.counted, value: (row) => row.count, share: (row) => row.count / most },
      ]}
    />
  );
}
