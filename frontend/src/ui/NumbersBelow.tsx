import type { ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import ui from './ui.module.css';

/** A chart's numbers, which unfold below it. */
export function NumbersBelow(props: { title?: string; isPanel?: boolean; children: ReactNode }) {
  const { common } = useMessages();
  return (
    <details className={props.isPanel ? `${ui.panel} ${ui.details}` : ui.details}>
      <summary>{props.title ?? common.numbers}</summary>
      {props.children}
    </details>
  );
}
