import { USER_STATISTICS, type UserStatistic } from '../api/queries';

export type Figures = Partial<Record<UserStatistic, number>>;

type Year = { year: number } & Record<UserStatistic, number>;

/** The numbers of one year, or of all of them; an average is never made of averages. */
export function figuresIn(years: Year[], year: number | undefined): Figures {
  const chosen = years
    .filter((row) => row.post_count > 0 || row.quoted_count > 0)
    .filter((row) => year === undefined || row.year === year);
  if (chosen.length === 1) return chosen[0]!;
  const sums: Figures = Object.fromEntries(
    USER_STATISTICS.map((statistic) => [statistic, chosen.reduce((sum, row) => sum + row[statistic], 0)]),
  );
  return chosen.length === 0 ? sums : { ...sums, avg_post_length: undefined };
}
