import { useMessages, useTimeZone } from '../i18n/language';
import ui from './ui.module.css';

/** Which clock hours and days go by, once it is known. */
export function ZoneNote() {
  const { common } = useMessages();
  const zone = useTimeZone();
  return zone && <p className={ui.note}>{common.zone(zone)}</p>;
}
