import { useState } from 'react';
import { Icon } from '../ui/Icon';
import { posters, USER_STATISTICS, type Order, type Scope, type UserStatistic } from '../api/queries';
import { ask } from '../api/client';
import type { PosterPage, PosterRow } from '../api/types';
import { useLanguage, useMessages } from '../i18n/language';
import type { Language } from '../i18n/languages';
import { useScopeNames } from '../scope/scope';
import { csv, download, fileName } from '../ui/csv';
import ui from '../ui/ui.module.css';

const LARGEST_PAGE = 10_000;

/** Downloads every row of the list, not only those on screen. */
export function CsvButton({ scope, sort, order }: { scope: Scope; sort: UserStatistic; order: Order }) {
  const messages = useMessages();
  const language = useLanguage();
  const names = useScopeNames();
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');

  async function save() {
    setState('working');
    try {
      const name = fileName(messages.users.title, ...names, messages.statistics[sort]);
      download(name, userCsv(language, await everyRow(scope, sort, order)));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <button
        type="button"
        className={ui.button}
        aria-label={messages.common.csv}
        title={messages.common.csv}
        disabled={state === 'working'}
        onClick={() => void save()}
      >
        <Icon name="down" />
        CSV
      </button>
      <span role="status">
        {state === 'working' && messages.users.csvWorking}
        {state === 'failed' && messages.users.csvFailed}
      </span>
    </>
  );
}

async function everyRow(scope: Scope, sort: UserStatistic, order: Order): Promise<PosterRow[]> {
  const list = posters(scope, sort, order, LARGEST_PAGE, LARGEST_PAGE);
  const rows: PosterRow[] = [];
  let url: string | null | undefined = list.initialPageParam;
  while (url) {
    const page: PosterPage = await ask<PosterPage>(url);
    rows.push(...page.rows);
    url = list.getNextPageParam(page, [], url, []);
  }
  return rows;
}

export function userCsv(language: Language, rows: PosterRow[]): string {
  return csv(
    language,
    ['uid', 'name', ...USER_STATISTICS],
    rows.map((row) => [row.User.uid, row.User.name, ...USER_STATISTICS.map((statistic) => row[statistic])]),
  );
}
