import { ApiError } from '../api/client';
import type {
  AnswerTo,
  Board,
  BoardYear,
  Day,
  DomainRow,
  Edge,
  FoundUser,
  HeatMap,
  HourRow,
  Imprint,
  PeriodNumbers,
  PosterDevelopment,
  PosterPage,
  PosterRow,
  Relations,
  Rows,
  User,
  UserDomainRow,
  UserNumbers,
  WeekdayRow,
  YearRow,
} from '../api/types';

/** A small made-up forum that answers as the API does, always the same. */
const FIRST_YEAR = 2003;
const LAST_YEAR = 2026;
const USERS = 1_200;
const PAGE = 500;

const SYLLABLES = ['ka', 'ro', 'mi', 'ten', 'lo', 'sa', 'bär', 'nix', 'ul', 'dra', 'pe', 'zo', 'fin', 'gra', 'wi'];
const BOARDS = [
  [14, 'Public Offtopic', 'Alles, was sonst nirgends hingehört'],
  [43, 'Filme und Musik', 'Kino, Serien, Platten'],
  [52, 'Hardware', 'Kaufberatung und Basteln'],
  [71, 'Programmieren', 'Quelltext und Fragen dazu'],
  [95, 'Sport', 'Ergebnisse und Ausreden'],
  [101, 'Politik', 'Sachlich bleiben'],
  [110, 'Reisen', 'Unterwegs'],
  [120, 'Küche', 'Rezepte und Gerätschaft'],
  [130, 'Marktplatz', 'Biete und suche'],
] as const;
const DOMAINS = ['youtube.com', 'imgur.com', 'de.wikipedia.org', 'spiegel.de', 'github.com', 'heise.de', 'twitter.com'];

export const anyUser = (uid: number): User => ({
  uid,
  name: [uid, uid * 7, uid * 13].map((seed) => SYLLABLES[seed % SYLLABLES.length]).join('') + (uid % 3 ? '' : uid),
  aliases: uid % 5 === 0 ? [`alt_${SYLLABLES[uid % SYLLABLES.length]}`] : [],
});

/** The posters from the most posts to the fewest. */
export const posters: PosterRow[] = Array.from({ length: USERS }, (_, index) => {
  const posts = Math.max(1, Math.round(48_000 / (index + 1) ** 0.9));
  return {
    User: anyUser(index + 1),
    post_count: posts,
    edit_count: Math.round(posts * 0.11),
    avg_post_length: 120 + ((index * 37) % 400),
    threads_created: Math.round(posts / 90),
    quoted_count: Math.round(posts * 0.42),
    quotes_count: Math.round(posts * 0.38),
  };
});

const numbers = (posts: number): PeriodNumbers => ({
  post_count: posts,
  edit_count: Math.round(posts * 0.11),
  threads_created: Math.round(posts / 60),
  active_users: Math.round(posts ** 0.6),
  avg_post_length: 150 + (posts % 90),
});

const yearly = (year: number) => Math.round(9_000 + 82_000 * Math.exp(-(((year - 2011) / 5) ** 2)));
const hourly = (weekday: number, hour: number) =>
  Math.round(2_000 * (1.1 + Math.sin(((hour - 11) / 24) * 2 * Math.PI)) * (weekday > 5 ? 0.7 : 1));
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const dayValue = (time: number) => {
  const day = Math.floor(time / 86_400_000);
  return Math.max(0, Math.round(110 + 70 * Math.sin(day / 58) + ((day * 7_919) % 90) - (day % 7 > 4 ? 45 : 0) - 20));
};

function heatMap(year: number): HeatMap {
  const names = ['Sonntag', 'Samstag', 'Freitag', 'Donnerstag', 'Mittwoch', 'Dienstag', 'Montag'];
  const first = Date.UTC(year, 0, 1);
  const firstMonday = first + ((8 - new Date(first).getUTCDay()) % 7) * 86_400_000;
  const series = Array.from({ length: 54 }, (_, week) => ({
    name: week,
    series: names
      .map((name, back) => ({ name, time: firstMonday + ((week - 1) * 7 + 6 - back) * 86_400_000 }))
      .filter(({ time }) => iso(time).startsWith(String(year)))
      .map(({ name, time }) => ({ name, value: dayValue(time) })),
  }));
  return { series: series.filter((week) => week.series.length > 0) };
}

const edges: Edge[] = Array.from({ length: 1_000 }, (_, index) => ({
  from: anyUser(1 + ((index * 31) % 140)),
  to: anyUser(1 + ((index * 17 + 5) % 60)),
  count: Math.max(1, Math.round(900 / (index + 1) ** 0.7)),
  intensity: 1 / (index + 1) ** 0.7,
})).filter((edge) => edge.from.uid !== edge.to.uid);

const ANSWERS: Record<string, (query: URLSearchParams) => unknown> = {
  '/api/boards': (): Rows<Board> => ({
    rows: BOARDS.map(([bid, name, description], index) => ({
      bid,
      name,
      description,
      thread_count: Math.round(9_000 / (index + 1)),
      post_count: Math.round(420_000 / (index + 1) ** 1.2),
    })),
  }),
  '/api/board-development': (): Rows<BoardYear> => ({
    rows: BOARDS.flatMap(([bid, name], index) =>
      Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, year) => ({
        bid,
        name,
        year: FIRST_YEAR + year,
        post_count: Math.round((yearly(FIRST_YEAR + year) / (index + 1)) * (1 + 0.4 * Math.sin(index + year / 5))),
        thread_count: 40,
      })),
    ),
  }),
  '/api/poster-stats': (query): PosterPage => {
    const after = query.get('following_uid');
    const sorted = query.get('order') === 'asc' ? posters.toReversed() : posters;
    const start = after === null ? 0 : sorted.findIndex((row) => row.User.uid === Number(after)) + 1;
    const limit = Number(query.get('limit') ?? PAGE);
    const rows = sorted.slice(start, start + limit);
    const last = rows.at(-1);
    const next = new URLSearchParams(query);
    if (last) {
      next.set('following_uid', String(last.User.uid));
      next.set('following_ob', String(last.post_count));
    }
    return start + limit < sorted.length ? { rows, next: `/api/poster-stats?${next}` } : { rows };
  },
  '/api/poster-development': (query): PosterDevelopment => ({
    user: anyUser(Number(query.get('uid'))),
    years: Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [
        String(2009 + index),
        { ...posters[0]!, User: undefined, year: 2009 + index, post_count: Math.round(yearly(2009 + index) / 20) },
      ]),
    ),
  }),
  '/api/year-over-year-stats': (): Rows<YearRow> => ({
    rows: Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => ({
      year: FIRST_YEAR + index,
      ...numbers(yearly(FIRST_YEAR + index)),
    })),
  }),
  '/api/weekday-stats': (): Rows<WeekdayRow> => ({
    rows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday: String(weekday),
      ...numbers(130_000 - 9_000 * Math.abs(weekday - 2)),
    })),
  }),
  '/api/hourly-stats': (): Rows<HourRow> => ({
    rows: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      Array.from({ length: 24 }, (_, hour) => ({
        weekday_hour: `${weekday} ${String(hour).padStart(2, '0')}`,
        ...numbers(hourly(weekday, hour)),
      })),
    ),
  }),
  '/api/daily-stats': (query): HeatMap => heatMap(Number(query.get('year'))),
  '/api/day': (query): Day => {
    const date = query.get('date') ?? '';
    const posts = dayValue(Date.parse(date));
    return {
      date,
      ...numbers(posts),
      boards: posts === 0 ? [] : [{ bid: 14, name: 'Public Offtopic', post_count: posts }],
    };
  },
  '/api/social-graph': (query): Rows<Edge> => ({ rows: edges.slice(0, Number(query.get('limit') ?? 1_000)) }),
  '/api/domains': (): Rows<DomainRow> => ({
    rows: DOMAINS.map((domain, index) => ({ domain, count: Math.round(8_000 / (index + 1)) })),
  }),
  '/api/user-domains': (query): Rows<UserDomainRow> => ({
    rows: Array.from({ length: 7 }, (_, index) => ({
      User: anyUser(Number(query.get('uid') ?? index + 3)),
      domain: query.get('domain') ?? DOMAINS[index]!,
      count: 90 - 11 * index,
    })),
  }),
  '/api/users': (query): Rows<FoundUser> => {
    const part = (query.get('name') ?? '').toLowerCase();
    return {
      rows: posters
        .filter((row) => [row.User.name, ...row.User.aliases].some((name) => name.toLowerCase().includes(part)))
        .slice(0, Number(query.get('limit') ?? 20))
        .map((row) => ({ User: row.User, post_count: row.post_count })),
    };
  },
  '/api/user': (query): UserNumbers => {
    const poster = posters.find((row) => row.User.uid === Number(query.get('uid')));
    if (!poster) throw new ApiError(400, `User not found: ${query.get('uid')}`);
    const { User: user, ...counts } = poster;
    return {
      user,
      ...counts,
      first_day: '2009-03-14',
      last_day: '2022-11-02',
      profile: {
        registered: '2009-03-12T17:04:00',
        last_seen: '2023-01-25T10:00:00',
        account: 'active',
        locked_until: null,
        rank: 'Stammgast',
        rank_bars: ['orange', 'orange', 'gruen', 'gruen', 'empty', 'empty', 'empty', 'empty', 'empty'],
      },
    };
  },
  '/api/user-relations': (): Relations => ({
    quotes: Array.from({ length: 9 }, (_, index) => ({ User: anyUser(40 + index), count: 300 - 30 * index })),
    quoted_by: Array.from({ length: 9 }, (_, index) => ({ User: anyUser(60 + index), count: 280 - 29 * index })),
  }),
  '/api/': (): AnswerTo<'/api/'> => ({ apis: [], time_zone: 'Europe/Berlin' }),
  '/api/imprint': (): Imprint => ({ name: 'Ein Forumsmitglied', contact_info: 'Per Privatnachricht im Forum' }),
};

/** The answer to a question; an unknown one is refused. */
export function answer(address: string): unknown {
  const url = new URL(address, 'http://forum.test');
  const known = ANSWERS[url.pathname];
  if (!known) throw new ApiError(404, `Unknown path: ${url.pathname}`);
  return known(url.searchParams);
}
