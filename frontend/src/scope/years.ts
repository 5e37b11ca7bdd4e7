/** Every year from the first to the last, those without a row as the empty one. */
export function everyYear<Row extends { year: number }>(rows: Row[], empty: Omit<Row, 'year'>): Row[] {
  if (rows.length === 0) return [];
  const byYear = new Map(rows.map((row) => [row.year, row]));
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return byYear.get(year) ?? ({ ...empty, year } as Row);
  });
}

export const NO_POSTS = { post_count: 0, edit_count: 0, threads_created: 0, active_users: 0, avg_post_length: 0 };
