import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PeriodStatistic } from '../api/queries';

/** The statistic in the address. */
export function useStatistic(
  from: '/years' | '/weekdays' | '/hours' | '/days',
): [PeriodStatistic, (statistic: PeriodStatistic, replace: boolean) => void] {
  const { stat = 'post_count' } = useSearch({ from });
  const navigate = useNavigate({ from });
  return [
    stat,
    (chosen, replace) =>
      void navigate({
        search: (search) => ({ ...search, stat: chosen === 'post_count' ? undefined : chosen }),
        resetScroll: false,
        replace,
      }),
  ];
}
