import { useMemo } from 'react';
import { Bars } from '../charts/Bars';
import { useFormats, useMessages } from '../i18n/language';
import { DataTable } from '../ui/DataTable';
import { NumbersBelow } from '../ui/NumbersBelow';
import { Panel } from '../ui/Panel';
import { ZoneNote } from '../ui/ZoneNote';
import { perMinute } from './activity';
import { useLive } from './context';
import { KEPT_MINUTES } from './LiveStream';
import { useNow } from './useNow';

/** New posts of the last minutes as bars. */
export function PostsPerMinutePanel() {
  const { live: texts, statistics } = useMessages();
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
    <Panel title={texts.perMinute} note={texts.lastMinutes(KEPT_MINUTES)}>
      <Bars label={texts.perMinute} bars={bars} inWords={statistics.of.post_count} height="13rem" />
      <ZoneNote />
      <NumbersBelow>
        <DataTable
          caption={texts.perMinute}
          file={texts.perMinute}
          rows={bars.toReversed()}
          rowKey={(bar) => bar.key}
          isTall
          columns={[
            { title: texts.minute, value: (bar) => bar.label },
            { title: statistics.post_count, value: (bar) => bar.value },
          ]}
        />
      </NumbersBelow>
    </Panel>
  );
}
