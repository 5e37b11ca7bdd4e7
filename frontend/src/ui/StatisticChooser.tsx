import { useMessages } from '../i18n/language';
import { Segmented } from './Segmented';

type Statistic =
  | 'post_count'
  | 'edit_count'
  | 'avg_post_length'
  | 'threads_created'
  | 'active_users'
  | 'quoted_count'
  | 'quotes_count';

/** Chooses what a chart shows. */
export function StatisticChooser<Value extends Statistic>(props: {
  statistics: readonly Value[];
  value: Value;
  onChange: (value: Value, replace: boolean) => void;
}) {
  const { statistics: texts } = useMessages();
  return (
    <Segmented
      label={texts.label}
      value={props.value}
      options={props.statistics.map((statistic) => ({
        value: statistic,
        label: texts[statistic],
        hint: texts.hints[statistic],
      }))}
      onChange={props.onChange}
    />
  );
}
