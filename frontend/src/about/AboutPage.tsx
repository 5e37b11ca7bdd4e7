import { useQuery } from '@tanstack/react-query';
import { imprint } from '../api/queries';
import { useMessages } from '../i18n/language';
import { Answer } from '../ui/Answer';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { Skeleton } from '../ui/Skeleton';
import ui from '../ui/ui.module.css';
import styles from './AboutPage.module.css';

/** Who runs this, and what is stored about whom. */
export function AboutPage() {
  const { about: texts } = useMessages();
  const query = useQuery(imprint());
  return (
    <Page title={texts.title}>
      <Panel title={texts.imprint}>
        <Answer
          query={query}
          skeleton={<Skeleton lines={2} />}
          isEmpty={(answer) => !answer.name && !answer.contact_info}
          empty={<p className={ui.note}>{texts.noImprint}</p>}
        >
          {(answer) => (
            <dl className={styles.imprint}>
              <dt>{texts.responsible}</dt>
              <dd>{answer.name}</dd>
              <dt>{texts.contact}</dt>
              <dd>{answer.contact_info}</dd>
            </dl>
          )}
        </Answer>
      </Panel>
      <Panel title={texts.privacy}>
        <div className={styles.text}>
          {texts.paragraphs.map((paragraph) => (
            <section key={paragraph.title}>
              <h3>{paragraph.title}</h3>
              <p>{paragraph.text}</p>
            </section>
          ))}
        </div>
      </Panel>
    </Page>
  );
}
