import type { ComponentType } from 'react';
import { useMessages } from '../i18n/language';
import { Loadable, useHealing } from './loadable';
import ui from './ui.module.css';

/** A page whose code comes when it is opened or about to be; says so where it does not come, and waits for it. */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  const page = new Loadable(load);
  function LazyPage() {
    const heal = useHealing(page);
    if (!page.loaded && !page.hasFailed) throw page.start();
    const Page: ComponentType | undefined = page.loaded?.[name];
    return Page ? <Page /> : <NotLoaded onRetry={heal} />;
  }
  LazyPage.preload = page.start;
  return LazyPage;
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const { failures, common } = useMessages();
  return (
    <div className={ui.message} role="alert">
      <strong>{failures.title}</strong>
      <p>{failures.notLoaded}</p>
      <button type="button" className={ui.button} onClick={onRetry}>
        {common.retry}
      </button>
    </div>
  );
}
