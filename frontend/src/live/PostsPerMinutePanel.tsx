import { useMemo } from 'react';
import { Bars } from '../charts/Bars';
import { useFormats, useMessages } from '../i18n/language';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import { perMinute } from './activity';
import { useLive } from './context';
import { KEPT_MINUTES } from './LiveStream';
import { useNow } from './useNow';

/** New posts of the last minutes as bars. */
export function PostsPerMinutePanel() {
  const { live: texts, common, statistics } = useMessages();
  const formats = useFormats();
  const events = useLive((state) => state.newPosts);
  const now = useNow(5_000);
  const minutes = useMemo(() => perMinute(events, now, KEPT_MINUTES), [events, now]);
  const bars = useMemo(
    () =>
      minutes.map((minute) => ({
        key: String(minute.start),
        label: formats.minute(new Date(minute.start)),
        value: minute.posts,
      })),
    [minutes, formats],
  );
  return (
    <Panel title={texts.perMinute} note={texts.lastMinutes(formats.number(KEPT_MINUTES))}>
      <Bars label={texts.perMinute} bars={bars} height="13rem" />
      <details className={ui.details}>
        <summary>{common.numbers}</summary>
        <table className={ui.table}>
          <caption className="visually-hidden">{texts.perMinute}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.minute}</th>
              <th scope="col" className={ui.number}>
                {statistics.post_count}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.toReversed().map((bar) => (
              <tr key={bar.key}>
                <th scope="row">{bar.label}</th>
                <td className={ui.number}>{formats.number(bar.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}
