import { useMessages } from '../i18n/language';
import { Failure } from './Failure';
import { reloadWhenThere } from './loadable';
import { Page } from './Page';
import ui from './ui.module.css';

export function NotFound() {
  const { failures } = useMessages();
  return (
    <Page title={failures.notFound}>
      <p className={ui.message}>{failures.notFoundHint}</p>
    </Page>
  );
}

/** A page that could not be drawn. Loading it anew is also the cure after an update of the server. */
export function Broken({ error }: { error: unknown }) {
  return <Failure error={error} onRetry={() => void reloadWhenThere()} />;
}
