import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
  type RouterHistory,
} from '@tanstack/react-router';
import { LINK_TYPES, PERIOD_STATISTICS, USER_STATISTICS } from '../api/queries';
import { Skeleton } from '../ui/Skeleton';
import { UsersPage } from '../users/UsersPage';
import { Broken, NotFound } from '../ui/ErrorPages';
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
  component: Shell,
  notFoundComponent: NotFound,
});

const periodSearch = (raw: RawSearch) => optional({ stat: oneOf(PERIOD_STATISTICS, raw.stat) });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/users', replace: true });
  },
});

const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
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
  validateSearch: periodSearch,
  component: lazyRouteComponent(() => import('../periods/YearsPage'), 'YearsPage'),
});

const weekdays = createRoute({
  getParentRoute: () => root,
  path: '/weekdays',
  validateSearch: periodSearch,
  component: lazyRouteComponent(() => import('../periods/WeekdaysPage'), 'WeekdaysPage'),
});

const hours = createRoute({
  getParentRoute: () => root,
  path: '/hours',
  validateSearch: periodSearch,
  component: lazyRouteComponent(() => import('../periods/HoursPage'), 'HoursPage'),
});

const days = createRoute({
  getParentRoute: () => root,
  path: '/days',
  validateSearch: (raw: RawSearch) => optional({ ...periodSearch(raw), day: day(raw.day) }),
  component: lazyRouteComponent(() => import('../days/DaysPage'), 'DaysPage'),
});

const boards = createRoute({
  getParentRoute: () => root,
  path: '/boards',
  component: lazyRouteComponent(() => import('../boards/BoardsPage'), 'BoardsPage'),
});

const findUser = createRoute({
  getParentRoute: () => root,
  path: '/user',
  component: lazyRouteComponent(() => import('../users/FindUserPage'), 'FindUserPage'),
});

const user = createRoute({
  getParentRoute: () => root,
  path: '/user/$uid',
  validateSearch: (raw: RawSearch) => optional({ stat: oneOf(USER_STATISTICS, raw.stat) }),
  component: lazyRouteComponent(() => import('../users/UserPage'), 'UserPage'),
});

const graph = createRoute({
  getParentRoute: () => root,
  path: '/graph',
  validateSearch: (raw: RawSearch) =>
    optional({
      from: wholeNumber(raw.from, 1),
      limit: wholeNumber(raw.limit, 1, 1000),
    }),
  component: lazyRouteComponent(() => import('../graph/GraphPage'), 'GraphPage'),
});

const links = createRoute({
  getParentRoute: () => root,
  path: '/links',
  validateSearch: (raw: RawSearch) => optional({ type: oneOf(LINK_TYPES, raw.type), domain: text(raw.domain) }),
  component: lazyRouteComponent(() => import('../links/LinksPage'), 'LinksPage'),
});

const live = createRoute({
  getParentRoute: () => root,
  path: '/live',
  component: lazyRouteComponent(() => import('../live/LivePage'), 'LivePage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/about',
  component: lazyRouteComponent(() => import('../about/AboutPage'), 'AboutPage'),
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
