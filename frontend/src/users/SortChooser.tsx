import { USER_STATISTICS, type Order, type UserStatistic } from '../api/queries';
import { useMessages } from '../i18n/language';
import ui from '../ui/ui.module.css';
import styles from './SortChooser.module.css';

/** Sorting where the screen is too narrow for the columns. */
export function SortChooser(props: {
  sort: UserStatistic;
  order: Order;
  onSort: (statistic: UserStatistic, order: Order) => void;
}) {
  const messages = useMessages();
  const descending = props.order === 'desc';
  return (
    <div className={styles.chooser}>
      <label className={ui.field}>
        {messages.users.sortBy}
        <select
          className={ui.control}
          value={props.sort}
          onChange={(event) => props.onSort(event.target.value as UserStatistic, props.order)}
        >
          {USER_STATISTICS.map((statistic) => (
            <option key={statistic} value={statistic}>
              {messages.statistics[statistic]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className={ui.button}
        title={messages.users.turnOrder}
        onClick={() => props.onSort(props.sort, descending ? 'asc' : 'desc')}
      >
        {descending ? `↓ ${messages.users.descending}` : `↑ ${messages.users.ascending}`}
      </button>
    </div>
  );
}
