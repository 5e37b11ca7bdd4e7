import { useQuery } from '@tanstack/react-query';
import { development, USER_STATISTICS, type UserStatistic } from '../api/queries';
import type { UserNumbers } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { useScope, useScopeInWords } from '../scope/scope';
import { Outdated } from '../ui/Outdated';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import { figuresIn, type Figures } from './figures';

/** A user's numbers in the chosen year and board. */
export function KeyFigures({ user }: { user: UserNumbers }) {
  const { user: texts, statistics } = useMessages();
  const formats = useFormats();
  const scope = useScope();
  const words = useScopeInWords();
  const isWhole = scope.year === undefined && scope.board === undefined;
  const query = useQuery({ ...development(user.user.uid, scope.board), enabled: !isWhole });
  const figures: Figures | undefined = isWhole
    ? user
    : query.data && figuresIn(Object.values(query.data.years), scope.year);
  const shown = (statistic: UserStatistic) => {
    const value = figures?.[statistic];
    return value === undefined ? '–' : formats.number(value);
  };
  return (
    <Panel title={isWhole ? texts.key : texts.keyOf(words)}>
      <Outdated isSo={query.isPlaceholderData}>
        <dl className={ui.figures}>
          {USER_STATISTICS.map((statistic) => (
            <div key={statistic} className={ui.figure} title={statistics.hints[statistic]}>
              <dt>{statistics[statistic]}</dt>
              <dd>{shown(statistic)}</dd>
            </div>
          ))}
        </dl>
      </Outdated>
    </Panel>
  );
}
