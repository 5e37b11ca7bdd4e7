import { useQuery } from '@tanstack/react-query';
import { hours, PERIOD_STATISTICS } from '../api/queries';
import { useScope } from '../scope/scope';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { StatisticChooser } from '../ui/StatisticChooser';
import { HourTable } from './HourTable';
import { useStatistic } from '../scope/useStatistic';

/** The hours of the week as a table whose cells are coloured by their number. */
export function HoursPage() {
  const { periods: texts, statistics } = useMessages();
  const formats = useFormats();
  const [statistic, choose] = useStatistic('/hours');
  const query = useQuery(hours(useScope()));
  return (
    <Page
      title={texts.hours}
      lead={texts.hoursLead}
      actions={<StatisticChooser statistics={PERIOD_STATISTICS} value={statistic} onChange={choose} />}
    >
      <Answer query={query} isEmpty={(answer) => answer.rows.length === 0} empty={<NothingHere />}>
        {({ rows }) => {
          const peak = rows.reduce((best, row) => (row[statistic] > best[statistic] ? row : best));
          const [weekday, hour] = peak.weekday_hour.split(' ');
          const when = texts.hourOf(formats.weekday(Number(weekday)), hour ?? '');
          return (
            <Panel
              title={texts.by(statistics[statistic], texts.hour)}
              note={texts.busiest(when, formats.number(peak[statistic]))}
            >
              <HourTable rows={rows} statistic={statistic} />
            </Panel>
          );
        }}
      </Answer>
    </Page>
  );
}
