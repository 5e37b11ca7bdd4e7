import { useNavigate } from '@tanstack/react-router';
import { de } from '../i18n/de';
import { en } from '../i18n/en';
import { rememberLanguage, useLanguage, useMessages } from '../i18n/language';
import { Segmented } from '../ui/Segmented';
import styles from './Settings.module.css';
import { applyTheme, THEMES, useTheme } from '../ui/theme';

/** Language and light or dark, which the browser remembers; English is also part of the address, for others to whom it is sent. */
export function Settings() {
  const { settings } = useMessages();
  const language = useLanguage();
  const theme = useTheme();
  const navigate = useNavigate();
  return (
    <div className={styles.settings}>
      <Segmented
        label={settings.language}
        value={language}
        options={[
          { value: 'de', label: de.languageName },
          { value: 'en', label: en.languageName },
        ]}
        onChange={(chosen, replace) => {
          rememberLanguage(chosen);
          void navigate({
            to: '.',
            search: (search) => ({ ...search, lang: chosen === 'en' ? chosen : undefined }),
            resetScroll: false,
            replace,
          });
        }}
      />
      <label className={styles.theme}>
        <span className="visually-hidden">{settings.theme}</span>
        <select
          className={styles.select}
          value={theme}
          onChange={(event) => applyTheme(event.target.value as (typeof THEMES)[number])}
        >
          {THEMES.map((choice) => (
            <option key={choice} value={choice}>
              {choice === 'system' ? `${settings.theme}: ${settings.system}` : `${settings.theme}: ${settings[choice]}`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
