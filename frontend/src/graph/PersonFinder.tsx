import { useId } from 'react';
import { userName } from '../api/names';
import { useMessages } from '../i18n/language';
import ui from '../ui/ui.module.css';
import type { Person } from './network';

/** Finds someone among those who are drawn. */
export function PersonFinder(props: { people: Person[]; onFind: (uid: number | undefined) => void }) {
  const { graph: texts } = useMessages();
  const id = useId();
  const find = (text: string) => {
    const name = text.trim().toLowerCase();
    const person = props.people.find(({ user }) => userName(user).toLowerCase() === name);
    props.onFind(person?.user.uid);
  };
  return (
    <>
      <input
        type="search"
        className={ui.control}
        list={id}
        aria-label={texts.find}
        placeholder={texts.find}
        onChange={(event) => find(event.target.value)}
      />
      <datalist id={id}>
        {props.people.map(({ user }) => (
          <option key={user.uid} value={userName(user)} />
        ))}
      </datalist>
    </>
  );
}
