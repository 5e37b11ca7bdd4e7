import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { graph } from '../api/queries';
import type { Edge } from '../api/types';
import { useScope } from '../scope/scope';
import { ScopedPage } from '../scope/ScopedPage';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { NumbersBelow } from '../ui/NumbersBelow';
import { Panel } from '../ui/Panel';
import { Skeleton } from '../ui/Skeleton';
import ui from '../ui/ui.module.css';
import { useMediaQuery } from '../ui/useMediaQuery';
import { UserCounts } from '../ui/UserCounts';
import { EdgeTable } from './EdgeTable';
import styles from './GraphPage.module.css';
import { network, quotes, thresholds } from './network';
import { NetworkChart } from './NetworkChart';
import { PersonFinder } from './PersonFinder';

const route = getRouteApi('/graph');
const LIMITS = [100, 300, 1000];
const DEFAULT_LIMIT = 300;

/** Who quotes whom. */
export function GraphPage() {
  const { graph: texts } = useMessages();
  const isNarrow = useMediaQuery('(max-width: 40rem)');
  const usual = isNarrow ? LIMITS[0]! : DEFAULT_LIMIT;
  const { limit = usual } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({ ...graph(useScope(), limit), placeholderData: keepPreviousData });
  return (
    <ScopedPage
      title={texts.title}
      lead={texts.lead}
      actions={
        <label className={ui.field}>
          {texts.howMany}
          <select
            className={ui.control}
            value={limit}
            onChange={(event) => {
              const chosen = Number(event.target.value);
              void navigate({
                search: (search) => ({ ...search, limit: chosen === usual ? undefined : chosen }),
                resetScroll: false,
              });
            }}
          >
            {[...new Set([...LIMITS, limit])]
              .toSorted((a, b) => a - b)
              .map((choice) => (
                <option key={choice} value={choice}>
                  {texts.edges(choice)}
                </option>
              ))}
          </select>
        </label>
      }
    >
      <Answer
        query={query}
        skeleton={<Skeleton lines={1} height="30rem" />}
        isEmpty={(answer) => answer.rows.length === 0}
        empty={<NothingHere reason={texts.none} />}
      >
        {({ rows }) => <Relations rows={rows} />}
      </Answer>
    </ScopedPage>
  );
}

function Relations({ rows }: { rows: Edge[] }) {
  const { graph: texts } = useMessages();
  const id = useId();
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const [sought, setSought] = useState<number>();
  const { others, self } = useMemo(() => quotes(rows), [rows]);
  const stops = useMemo(() => thresholds(others), [others]);
  const position = Math.max(
    0,
    stops.findLastIndex((stop) => stop <= (from ?? 0)),
  );
  const atLeast = stops[position] ?? 1;
  const drawn = useDeferredValue(atLeast);
  const whole = useMemo(() => network(others, 1), [others]);
  const shown = useMemo(() => network(others, drawn), [others, drawn]);
  return (
    <>
      <Panel>
        <div className={styles.thinning}>
          <label htmlFor={id}>{texts.thin}</label>
          <input
            id={id}
            type="range"
            className={styles.slider}
            min={0}
            max={Math.max(0, stops.length - 1)}
            value={position}
            aria-valuetext={texts.atLeast(atLeast)}
            onChange={(event) =>
              void navigate({
                search: (search) => ({
                  ...search,
                  from: Number(event.target.value) === 0 ? undefined : stops[Number(event.target.value)],
                }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <output htmlFor={id}>{texts.atLeast(atLeast)}</output>
          <PersonFinder people={shown.people} onFind={setSought} />
          <span className={ui.note} role="status">
            {texts.shown(shown.edges.length, shown.people.length)}
          </span>
        </div>
        <NetworkChart
          whole={whole}
          network={shown}
          sought={sought}
          onOpen={(uid) => void navigate({ to: '/user/$uid', params: { uid: String(uid) }, search: {} })}
        />
        <p className={ui.note}>
          {texts.colours}{' '}
          {self.length > 0 &&
            texts.selfShown(
              self.length,
              self.reduce((sum, { count }) => sum + count, 0),
            )}
        </p>
      </Panel>
      <EdgeTable edges={shown.edges} />
      {self.length > 0 && (
        <NumbersBelow title={texts.self} isPanel>
          <UserCounts caption={texts.self} rows={self} counted={texts.count} isTall />
        </NumbersBelow>
      )}
    </>
  );
}
