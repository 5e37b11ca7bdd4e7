import { useQuery } from '@tanstack/react-query';
import { hours, PERIOD_STATISTICS } from '../api/queries';
import { useFormats, useMessages } from '../i18n/language';
import { NothingHere } from '../scope/NothingHere';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { useStatistic } from '../scope/useStatistic';
import { Answer } from '../ui/Answer';
import { Panel } from '../ui/Panel';
import { StatisticChooser } from '../ui/StatisticChooser';
import { ZoneNote } from '../ui/ZoneNote';
import { HourTable } from './HourTable';

/** The hours of the week as a table whose cells are coloured by their number. */
export function HoursPage() {
  const { periods: texts, statistics } = useMessages();
  const formats = useFormats();
  const [statistic, choose] = useStatistic('/hours');
  const query = useQuery(hours(useScope()));
  return (
    <ScopedPage
      title={texts.hours}
      lead={texts.hoursLead}
      actions={<StatisticChooser statistics={PERIOD_STATISTICS} value={statistic} onChange={choose} />}
    >
      <Answer query={query} isEmpty={(answer) => answer.rows.length === 0} empty={<NothingHere />}>
        {({ rows }) => {
          const peak = rows.reduce((best, row) => (row[statistic] > best[statistic] ? row : best));
          const [weekday, hour] = peak.weekday_hour.split(' ').map(Number);
          const when = texts.hourOf(formats.weekday(weekday!), hour!);
          return (
            <Panel
              title={texts.by(statistics[statistic], texts.hour)}
              note={texts.busiest(when, statistics.of[statistic](peak[statistic]))}
            >
              <HourTable rows={rows} statistic={statistic} />
              <ZoneNote />
            </Panel>
          );
        }}
      </Answer>
    </ScopedPage>
  );
}
