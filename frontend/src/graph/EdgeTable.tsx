import { userName } from '../api/names';
import type { Edge } from '../api/types';
import { useFormats, useMessages } from '../i18n/language';
import { DataTable } from '../ui/DataTable';
import { NumbersBelow } from '../ui/NumbersBelow';
import { UserLink } from '../ui/UserLink';

/** The relations of the graph, the strongest first. */
export function EdgeTable({ edges }: { edges: Edge[] }) {
  const { graph: texts } = useMessages();
  const formats = useFormats();
  return (
    <NumbersBelow isPanel>
      <DataTable
        caption={texts.table}
        rows={edges}
        rowKey={(edge) => `${edge.from.uid} ${edge.to.uid}`}
        isTall
        columns={[
          { title: texts.from, value: (edge) => userName(edge.from), show: (edge) => <UserLink user={edge.from} /> },
          {
            title: texts.to,
            value: (edge) => userName(edge.to),
            show: (edge) => <UserLink user={edge.to} />,
            isText: true,
          },
          { title: texts.count, value: (edge) => edge.count },
          {
            title: texts.intensity,
            value: (edge) => edge.intensity,
            format: formats.percent,
            share: (edge) => edge.intensity,
          },
        ]}
      />
    </NumbersBelow>
  );
}
