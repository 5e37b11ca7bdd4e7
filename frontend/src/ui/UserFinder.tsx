import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import { usersNamed } from '../api/queries';
import { userName } from '../api/names';
import type { FoundUser, User } from '../api/types';
import { useMessages } from '../i18n/language';
import { Failure } from './Failure';
import styles from './UserFinder.module.css';

const SHOWN = 12;

/** Finds a user by part of a name: a combobox as the ARIA practices describe it. */
export function UserFinder(props: {
  label: string;
  onChoose: (user: User) => void;
  autoFocus?: boolean;
  /** For a field that stays where it is, whatever was chosen. */
  isEmptyAfterwards?: boolean;
}) {
  const messages = useMessages();
  const id = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const name = useDeferredValue(text.trim());
  const query = useQuery({ ...usersNamed(name, SHOWN), enabled: name !== '' });
  const answered = name === '' ? [] : (query.data?.rows ?? []);
  const found = answered.slice(0, SHOWN);
  const inWords = answered.length > SHOWN ? messages.user.foundMore(SHOWN) : messages.user.found(found.length);
  const shown = open && name !== '';

  function choose(row: FoundUser | undefined) {
    if (!row) return;
    setText(props.isEmptyAfterwards ? '' : userName(row.User));
    setOpen(false);
    props.onChoose(row.User);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  }

  return (
    <div
      className={styles.finder}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <label className="visually-hidden" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className={styles.input}
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={props.label}
        aria-expanded={shown && found.length > 0}
        aria-controls={shown && found.length > 0 ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[active] ? `${id}-${active}` : undefined}
        value={text}
        autoFocus={props.autoFocus}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.popup} hidden={!shown}>
        {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
        {found.length > 0 && (
          <ul id={`${id}-list`} role="listbox" aria-label={props.label} className={styles.list}>
            {found.map((row, index) => (
              <li
                key={row.User.uid}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={styles.option}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(row)}
              >
                <span className={styles.name}>
                  {userName(row.User)}
                  {row.User.aliases.length > 0 && (
                    <small>{messages.common.previously(row.User.aliases.join(', '))}</small>
                  )}
                </span>
                <span className={styles.count}>{messages.scope.posts(row.post_count)}</span>
              </li>
            ))}
          </ul>
        )}
        {answered.length > SHOWN && (
          <p className={styles.none} aria-hidden="true">
            {inWords}
          </p>
        )}
        {query.isSuccess && !query.isPlaceholderData && found.length === 0 && (
          <p className={styles.none}>{messages.user.noneFound(name)}</p>
        )}
      </div>
      <div className="visually-hidden" role="status">
        {shown && query.isSuccess ? inWords : ''}
      </div>
    </div>
  );
}
