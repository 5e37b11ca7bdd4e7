import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useId, useMemo } from 'react';
import { graph } from '../api/queries';
import type { Edge } from '../api/types';
import { useScope } from '../scope/scope';
import { useFormats, useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { NothingHere } from '../scope/NothingHere';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Skeleton } from '../ui/Skeleton';
import ui from '../ui/ui.module.css';
import { EdgeTable } from './EdgeTable';
import styles from './GraphPage.module.css';
import { network, thresholds } from './network';
import { NetworkChart } from './NetworkChart';

const route = getRouteApi('/graph');
const LIMITS = [100, 300, 1000];
const DEFAULT_LIMIT = 300;

/** Who quotes whom. */
export function GraphPage() {
  const { graph: texts } = useMessages();
  const formats = useFormats();
  const { limit = DEFAULT_LIMIT } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({ ...graph(useScope(), limit), placeholderData: keepPreviousData });
  return (
    <Page
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
                search: (search) => ({ ...search, limit: chosen === DEFAULT_LIMIT ? undefined : chosen }),
                resetScroll: false,
              });
            }}
          >
            {[...new Set([...LIMITS, limit])]
              .toSorted((a, b) => a - b)
              .map((choice) => (
                <option key={choice} value={choice}>
                  {texts.edges(formats.number(choice))}
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
    </Page>
  );
}

function Relations({ rows }: { rows: Edge[] }) {
  const { graph: texts } = useMessages();
  const formats = useFormats();
  const id = useId();
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const stops = useMemo(() => thresholds(rows), [rows]);
  const position = Math.max(
    0,
    stops.findLastIndex((stop) => stop <= (from ?? 0)),
  );
  const atLeast = stops[position] ?? 1;
  const drawn = useDeferredValue(atLeast);
  const shown = useMemo(() => network(rows, drawn), [rows, drawn]);
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
            max={stops.length - 1}
            value={position}
            aria-valuetext={texts.quotes(formats.number(atLeast))}
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
          <output htmlFor={id}>{texts.quotes(formats.number(atLeast))}</output>
          <span className={ui.note} role="status">
            {texts.shown(formats.number(shown.edges.length), formats.number(shown.people.length))}
          </span>
        </div>
        <NetworkChart
          network={shown}
          onOpen={(uid) => void navigate({ to: '/user/$uid', params: { uid: String(uid) }, search: {} })}
        />
      </Panel>
      <EdgeTable edges={shown.edges} />
    </>
  );
}
