import { useState } from 'react';
import { useLanguage, useMessages } from '../i18n/language';
import { csv, download, fileName, type Sheet } from './csv';
import { Icon } from './Icon';
import { usePageName } from './Page';
import ui from './ui.module.css';

/** Saves a table with every row, named after the page, the table where there are several, and the selection. */
export function CsvButton(props: { of?: string; sheet: () => Sheet | Promise<Sheet> }) {
  const { common } = useMessages();
  const language = useLanguage();
  const { title, part } = usePageName();
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle');
  const label = props.of ? `${common.csv}: ${props.of}` : common.csv;

  async function save() {
    setState('working');
    try {
      download(fileName([title, props.of, part], 'csv'), csv(await props.sheet(), language));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <span className={ui.csv}>
      <span role="status">
        {state === 'working' && common.csvWorking}
        {state === 'failed' && common.csvFailed}
      </span>
      <button
        type="button"
        className={ui.button}
        aria-label={label}
        title={label}
        disabled={state === 'working'}
        onClick={() => void save()}
      >
        <Icon name="down" />
        CSV
      </button>
    </span>
  );
}
