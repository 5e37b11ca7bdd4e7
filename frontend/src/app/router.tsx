import {
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  retainSearchParams,
  type RouterHistory,
} from '@tanstack/react-router';
import { LINK_TYPES, PERIOD_STATISTICS, USER_STATISTICS } from '../api/queries';
import { WHOLE_SCOPE } from '../scope/scope';
import { Broken, NotFound } from '../ui/ErrorPages';
import { lazyPage } from '../ui/lazyPage';
import { Skeleton } from '../ui/Skeleton';
import { UsersPage } from '../users/UsersPage';
import {
  day,
  oneOf,
  optional,
  parseSearch,
  scopeSearch,
  stringifySearch,
  text,
  wholeNumber,
  type RawSearch,
} from '../scope/search';
import { Shell } from './Shell';

const root = createRootRoute({
  validateSearch: scopeSearch,
  search: { middlewares: [retainSearchParams(['year', 'board', 'lang'])] },
  staticData: { scope: [] },
  component: Shell,
  notFoundComponent: NotFound,
});

const periodSearch = (raw: RawSearch) => optional({ stat: oneOf(PERIOD_STATISTICS, raw.stat) });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  staticData: { scope: [] },
  beforeLoad: () => {
    throw redirect({ to: '/users', replace: true });
  },
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: (raw: RawSearch) =>
    optional({
      sort: oneOf(USER_STATISTICS, raw.sort),
      order: oneOf(['asc'], raw.order),
      jump: wholeNumber(raw.jump),
    }),
  component: UsersPage,
});

const years = createRoute({
  getParentRoute: () => root,
  path: '/years',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: periodSearch,
  component: lazyPage(() => import('../periods/YearsPage'), 'YearsPage'),
});

const weekdays = createRoute({
  getParentRoute: () => root,
  path: '/weekdays',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: periodSearch,
  component: lazyPage(() => import('../periods/WeekdaysPage'), 'WeekdaysPage'),
});

const hours = createRoute({
  getParentRoute: () => root,
  path: '/hours',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: periodSearch,
  component: lazyPage(() => import('../periods/HoursPage'), 'HoursPage'),
});

const days = createRoute({
  getParentRoute: () => root,
  path: '/days',
  staticData: { scope: WHOLE_SCOPE, showsOneYear: true },
  validateSearch: (raw: RawSearch) => optional({ ...periodSearch(raw), day: day(raw.day) }),
  // A day decides the year, for everything on the page.
  beforeLoad: ({ search }) => {
    const year = search.day && Number(search.day.slice(0, 4));
    if (year && year !== search.year) throw redirect({ to: '/days', search: { ...search, year }, replace: true });
  },
  component: lazyPage(() => import('../days/DaysPage'), 'DaysPage'),
});

const boards = createRoute({
  getParentRoute: () => root,
  path: '/boards',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: (raw: RawSearch) => optional({ stat: oneOf(['threads_created'], raw.stat) }),
  component: lazyPage(() => import('../boards/BoardsPage'), 'BoardsPage'),
});

const findUser = createRoute({
  getParentRoute: () => root,
  path: '/user',
  staticData: { scope: [] },
  component: lazyPage(() => import('../users/FindUserPage'), 'FindUserPage'),
});

const user = createRoute({
  getParentRoute: () => root,
  path: '/user/$uid',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: (raw: RawSearch) => optional({ stat: oneOf(USER_STATISTICS, raw.stat) }),
  component: lazyPage(() => import('../users/UserPage'), 'UserPage'),
});

const graph = createRoute({
  getParentRoute: () => root,
  path: '/graph',
  staticData: { scope: WHOLE_SCOPE },
  validateSearch: (raw: RawSearch) =>
    optional({
      from: wholeNumber(raw.from, 1),
      limit: wholeNumber(raw.limit, 1, 1000),
    }),
  component: lazyPage(() => import('../graph/GraphPage'), 'GraphPage'),
});

const links = createRoute({
  getParentRoute: () => root,
  path: '/links',
  staticData: { scope: ['year'] },
  validateSearch: (raw: RawSearch) => optional({ type: oneOf(LINK_TYPES, raw.type), domain: text(raw.domain) }),
  component: lazyPage(() => import('../links/LinksPage'), 'LinksPage'),
});

const live = createRoute({
  getParentRoute: () => root,
  path: '/live',
  staticData: { scope: [] },
  component: lazyPage(() => import('../live/LivePage'), 'LivePage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  staticData: { scope: [] },
  component: lazyPage(() => import('../about/AboutPage'), 'AboutPage'),
});

const routeTree = root.addChildren([
  home,
  users,
  years,
  weekdays,
  hours,
  days,
  boards,
  findUser,
  user,
  graph,
  links,
  live,
  about,
]);

export function pagesRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof pagesRouter>;
  }
}
