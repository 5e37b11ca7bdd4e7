import { useQuery } from '@tanstack/react-query';
import { years } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import { useLive } from './context';
import { useNow } from './useNow';

/** As of when the numbers are, and how long a post takes to become one. */
export function FreshnessPanel() {
  const { live: texts } = useMessages();
  const formats = useFormats();
  const refreshed = useLive((state) => state.refreshed);
  const total = useQuery(years({})).data?.rows.reduce((sum, row) => sum + row.post_count, 0);
  const now = useNow(1_000);
  const at = refreshed && Date.parse(refreshed.at);
  const delay = refreshed?.observed_at
    ? (Date.parse(refreshed.at) - Date.parse(refreshed.observed_at)) / 1000
    : undefined;
  const age = at === undefined ? 0 : Math.max(0, (now - at) / 1000);
  return (
    <Panel title={texts.freshness}>
      <dl className={ui.figures}>
        <div className={ui.figure}>
          <dt>{texts.total}</dt>
          <dd>{total === undefined ? '–' : formats.number(total)}</dd>
        </div>
        <div className={ui.figure}>
          <dt>{texts.asOf}</dt>
          <dd>
            {at === undefined ? '–' : formats.clock(new Date(at))}{' '}
            <small>{at !== undefined && (age < 2 ? texts.now : formats.ago(age))}</small>
          </dd>
        </div>
        <div className={ui.figure}>
          <dt>{texts.delay}</dt>
          <dd>{delay === undefined ? '–' : formats.duration(Math.max(0, delay))}</dd>
        </div>
      </dl>
      {!refreshed && <p className={ui.note}>{texts.neverRefreshed}</p>}
    </Panel>
  );
}
