/** What the HTTP API answers. */
export interface User {
  name: string;
  uid: number;
  aliases: string[];
}

export interface Rows<Row> {
  rows: Row[];
}

export interface Board {
  bid: number;
  name: string;
  description: string;
  thread_count: number;
  post_count: number;
}

export interface BoardYear {
  bid: number;
  name: string;
  year: number;
  post_count: number;
  thread_count: number;
}

export interface PosterRow {
  User: User;
  post_count: number;
  edit_count: number;
  avg_post_length: number;
  threads_created: number;
  quoted_count: number;
  quotes_count: number;
}

export interface PosterPage extends Rows<PosterRow> {
  next?: string;
}

export interface PosterYear extends Omit<PosterRow, 'User'> {
  year: number;
}

export interface PosterDevelopment {
  user: User;
  years: Record<string, PosterYear>;
}

export interface PeriodNumbers {
  post_count: number;
  edit_count: number;
  threads_created: number;
  active_users: number;
  avg_post_length: number;
}

export interface YearRow extends PeriodNumbers {
  year: number;
}

export interface WeekdayRow extends PeriodNumbers {
  weekday: string;
}

export interface HourRow extends PeriodNumbers {
  weekday_hour: string;
}

export interface HeatMap {
  series: { name: number; series: { name: string; value: number }[] }[];
}

export interface Day extends PeriodNumbers {
  date: string;
  boards: { bid: number; name: string; post_count: number }[];
}

export interface Edge {
  from: User;
  to: User;
  count: number;
  intensity: number;
}

export interface DomainRow {
  domain: string;
  count: number;
}

export interface UserDomainRow extends DomainRow {
  User: User;
}

export interface FoundUser {
  User: User;
  post_count: number;
}

export interface Relation {
  User: User;
  count: number;
}

export interface Relations {
  quotes: Relation[];
  quoted_by: Relation[];
}

export interface Profile {
  registered: string | null;
  last_seen: string | null;
  account: 'active' | 'locked' | 'not_yet_activated' | 'unknown' | null;
  locked_until: string | null;
  rank: string | null;
  rank_bars: string[];
}

export interface UserNumbers extends Omit<PosterRow, 'User'> {
  user: User;
  first_day: string | null;
  last_day: string | null;
  profile: Profile | null;
}

export interface Imprint {
  name: string;
  contact_info: string;
}
