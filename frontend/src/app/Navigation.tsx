import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/language';
import { Icon, type IconName } from '../ui/Icon';
import styles from './Navigation.module.css';

const GROUPS = [
  { title: 'people', pages: ['users', 'user', 'graph'] },
  { title: 'time', pages: ['years', 'days', 'weekdays', 'hours'] },
  { title: 'places', pages: ['boards', 'links'] },
  { title: 'service', pages: ['live', 'about'] },
] as const satisfies { title: string; pages: IconName[] }[];

export function Navigation() {
  const { navigation } = useMessages();
  return (
    <nav aria-label={navigation.label} className={styles.navigation}>
      {GROUPS.map((group) => (
        <div key={group.title}>
          <div className={styles.group} id={`pages-${group.title}`}>
            {navigation[group.title]}
          </div>
          <ul className={styles.pages} aria-labelledby={`pages-${group.title}`}>
            {group.pages.map((page) => (
              <li key={page}>
                <Link to={`/${page}`} className={styles.page}>
                  <Icon name={page} />
                  {navigation[page]}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
