import { useMessages } from '../i18n/language';
import { Empty } from '../ui/Empty';
import { Failure } from '../ui/Failure';
import { Page } from '../ui/Page';

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
