import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import ui from './ui.module.css';

/** What a page is called, and which part of the forum it shows where that is not all of it. */
export interface PageName {
  title: string;
  part?: string;
}

const PageNameContext = createContext<PageName>({ title: '' });

export const usePageName = (): PageName => useContext(PageNameContext);

/** A page's heading, its actions and its content; also names the browser's tab. */
export function Page(props: {
  title: string;
  part?: string;
  /** The part, to be changed. */
  chips?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, part } = props;
  const name = useMemo(() => ({ title, part }), [title, part]);
  useEffect(() => {
    document.title = [part ? `${title}, ${part}` : title, 'potstats2'].join(' · ');
  }, [title, part]);
  return (
    <PageNameContext.Provider value={name}>
      <div className={ui.page}>
        <header className={ui.head}>
          <div>
            <div className={ui.title}>
              <h1>{title}</h1>
              {props.chips}
            </div>
            {props.lead && <p className={ui.lead}>{props.lead}</p>}
          </div>
          {props.actions && <div className={ui.actions}>{props.actions}</div>}
        </header>
        {props.children}
      </div>
    </PageNameContext.Provider>
  );
}
