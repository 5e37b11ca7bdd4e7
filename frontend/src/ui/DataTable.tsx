import type { CSSProperties, Key, ReactNode, TdHTMLAttributes } from 'react';
import { useFormats } from '../i18n/language';
import type { Cell } from './csv';
import { CsvButton } from './CsvButton';
import ui from './ui.module.css';

export interface Column<Row> {
  title: string;
  hint?: string;
  /** What stands in the CSV and, where nothing else is said, on the page. */
  value: (row: Row) => Cell;
  /** What the page shows in its place. */
  show?: (row: Row) => ReactNode;
  format?: (value: number) => string;
  /** Texts begin at the left. The first column always does: it names the row. */
  isText?: boolean;
  /** Draws a bar behind the number, of this part of the cell. */
  share?: (row: Row) => number;
  total?: string;
  attributes?: (row: Row) => TdHTMLAttributes<HTMLTableCellElement> & Record<`data-${string}`, unknown>;
}

/** A table of a few columns: what it is of, a scroller where the screen is too narrow, totals, and itself as CSV. */
export function DataTable<Row>(props: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => Key;
  isChosen?: (row: Row) => boolean;
  /** The link or button that names a row can be hit anywhere in it. */
  isRowHit?: boolean;
  /** How the file is told from those of the page's other tables. */
  file?: string;
  className?: string;
  isTall?: boolean;
}) {
  const { columns, rows } = props;
  const formats = useFormats();
  const [first, ...others] = columns as [Column<Row>, ...Column<Row>[]];
  const shown = (column: Column<Row>, row: Row) => column.show?.(row) ?? written(column, column.value(row));
  const written = (column: Column<Row>, value: Cell) =>
    typeof value === 'number' ? (column.format ?? formats.number)(value) : (value ?? '–');
  return (
    <div className={ui.dataTable}>
      <div
        className={props.isTall ? `${ui.scroller} ${ui.tall}` : ui.scroller}
        tabIndex={0}
        role="group"
        aria-label={props.caption}
      >
        <table className={props.className ?? ui.table} data-row-hit={props.isRowHit || undefined}>
          <caption className="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.title} scope="col" title={column.hint} className={alignment(column, column === first)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={props.rowKey(row)} className={props.isChosen?.(row) ? ui.chosen : undefined}>
                <th scope="row">{shown(first, row)}</th>
                {others.map((column) => (
                  <td key={column.title} {...barOf(column, row)} {...column.attributes?.(row)}>
                    {shown(column, row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {columns.some((column) => column.total !== undefined) && (
            <tfoot>
              <tr>
                <th scope="row">{first.total}</th>
                {others.map((column) => (
                  <td key={column.title} className={alignment(column)}>
                    {column.total}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <CsvButton
        of={props.file}
        sheet={() => ({
          header: columns.map((column) => column.title),
          rows: rows.map((row) => columns.map((column) => column.value(row))),
        })}
      />
    </div>
  );
}

const alignment = <Row,>(column: Column<Row>, isFirst = false) => (isFirst || column.isText ? undefined : ui.number);

function barOf<Row>(column: Column<Row>, row: Row) {
  if (!column.share) return { className: alignment(column) };
  return { className: `${ui.number} ${ui.barCell}`, style: { '--share': column.share(row) } as CSSProperties };
}
