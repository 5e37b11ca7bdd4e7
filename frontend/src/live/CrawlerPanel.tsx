import { boardName } from '../api/names';
import { useFormats, useMessages } from '../i18n/language';
import { Panel } from '../ui/Panel';
import ui from '../ui/ui.module.css';
import { useLive } from './context';
import type { Done, Progress } from './events';
import styles from './LivePage.module.css';

/** What the crawler is doing and how far it is. */
export function CrawlerPanel() {
  const { live: texts } = useMessages();
  const progress = useLive((state) => state.progress);
  return (
    <Panel title={texts.crawler} note={progress && texts.pass(String(progress.pass))}>
      {progress ? <Doing progress={progress} /> : <p className={ui.note}>{texts.noProgress}</p>}
    </Panel>
  );
}

function Doing({ progress }: { progress: Progress }) {
  const { live: texts } = useMessages();
  const formats = useFormats();
  const isReading = progress.state === 'crawling';
  const doing = isReading && progress.board ? texts.reading(boardName(progress.board)) : texts.states[progress.state];
  // What is told after a pass is its average, not what happens now.
  const rate = (perSecond: number) =>
    isReading ? (
      <>
        {formats.decimal(perSecond)} <small>{texts.perSecond}</small>
      </>
    ) : (
      '–'
    );
  return (
    <>
      <p className={styles.state}>{doing}</p>
      <div className={styles.progress}>
        <Bar label={texts.boards} of={progress.boards} isOver={!isReading} />
        <Bar label={texts.threads} of={progress.threads} isOver={!isReading} />
        <Bar label={texts.posts} of={progress.posts} isOver={!isReading} />
      </div>
      <dl className={ui.figures}>
        <div className={ui.figure}>
          <dt>{texts.posts}</dt>
          <dd>{rate(progress.posts_per_second)}</dd>
        </div>
        <div className={ui.figure}>
          <dt>{texts.requests}</dt>
          <dd>{rate(progress.requests_per_second)}</dd>
        </div>
        <div className={ui.figure}>
          <dt>{texts.timeLeft}</dt>
          <dd>{progress.seconds_left === null ? '–' : formats.duration(progress.seconds_left)}</dd>
        </div>
      </dl>
    </>
  );
}

function Bar({ label, of, isOver }: { label: string; of: Done; isOver: boolean }) {
  const { live: texts } = useMessages();
  const formats = useFormats();
  const isNothing = of.total === 0 && isOver;
  return (
    <div>
      <span>{label}</span>
      <progress aria-label={label} max={Math.max(1, of.total)} value={isNothing ? 1 : of.done} />
      <span className={styles.count}>
        {isNothing ? texts.nothingNew : texts.doneOf(formats.number(of.done), formats.number(of.total))}
      </span>
    </div>
  );
}
