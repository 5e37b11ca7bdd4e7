import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { userName } from '../api/names';
import { posters, USER_STATISTICS, type Order, type UserStatistic } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { CsvButton } from '../ui/CsvButton';
import { Failure } from '../ui/Failure';
import { NothingHere } from '../scope/NothingHere';
import { Outdated } from '../ui/Outdated';
import { Skeleton } from '../ui/Skeleton';
import { UserFinder } from '../ui/UserFinder';
import ui from '../ui/ui.module.css';
import { everyRow } from './everyRow';
import { SortChooser } from './SortChooser';
import { useJump } from './useJump';
import { UserTable } from './UserTable';

const route = getRouteApi('/users');

/** All users by a statistic, in the order of the server, loaded as one scrolls. */
export function UsersPage() {
  const messages = useMessages();
  const formats = useFormats();
  const scope = useScope();
  const { sort = 'post_count', order = 'desc', jump } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(posters(scope, sort, order));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const jumped = useJump(jump, rows, query);

  function sortBy(statistic: UserStatistic, direction: Order) {
    void navigate({
      search: (search) => ({
        ...search,
        sort: statistic === 'post_count' ? undefined : statistic,
        order: direction === 'asc' ? direction : undefined,
        jump: undefined,
      }),
      resetScroll: false,
    });
  }

  async function sheet() {
    const { users, statistics } = messages;
    return {
      header: [users.uid, users.name, ...USER_STATISTICS.map((statistic) => statistics[statistic])],
      rows: (await everyRow(scope, sort, order)).map((row) => [
        row.User.uid,
        userName(row.User),
        ...USER_STATISTICS.map((statistic) => row[statistic]),
      ]),
    };
  }

  return (
    <ScopedPage
      title={messages.users.title}
      lead={messages.users.lead}
      actions={
        <>
          <UserFinder
            label={messages.users.jump}
            onChoose={(user) =>
              void navigate({ search: (search) => ({ ...search, jump: user.uid }), resetScroll: false })
            }
          />
          <CsvButton sheet={sheet} />
        </>
      }
    >
      <div className={ui.note} role="status">
        {jumped.state === 'searching' && messages.users.jumping(formats.number(rows.length))}
        {jumped.state === 'missing' && messages.users.notListed(jumped.name)}
        {jumped.state === 'none' &&
          rows.length > 0 &&
          (query.isPlaceholderData
            ? messages.common.loading
            : (query.hasNextPage ? messages.users.shownSoFar : messages.users.shown)(rows.length))}
      </div>
      <SortChooser sort={sort} order={order} onSort={sortBy} />
      {query.isPending && <Skeleton lines={16} height="1.75rem" />}
      {query.isError && rows.length === 0 && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <NothingHere />}
      {rows.length > 0 && (
        <Outdated isSo={query.isPlaceholderData}>
          <UserTable
            rows={rows}
            isComplete={!query.hasNextPage}
            onEnd={() => {
              if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
            }}
            sort={sort}
            order={order}
            onSort={sortBy}
            highlighted={jumped.index}
          />
        </Outdated>
      )}
      {query.isFetchingNextPage && <p className={ui.note}>{messages.users.loadingMore}</p>}
    </ScopedPage>
  );
}
