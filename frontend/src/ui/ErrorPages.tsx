import { useMessages } from '../i18n/language';
import { Empty } from './Empty';
import { Failure } from './Failure';
import { Page } from './Page';

export function NotFound() {
  const { failures } = useMessages();
  return (
    <Page title={failures.notFound}>
      <Empty title={failures.notFound}>
        <p>{failures.notFoundHint}</p>
      </Empty>
    </Page>
  );
}

/** A page that could not be loaded or drawn. Loading it anew is also the cure after an update of the server. */
export function Broken({ error }: { error: unknown }) {
  return <Failure error={error} onRetry={() => window.location.reload()} />;
}
