import { useEffect, useReducer } from 'react';

const PAUSE = 3_000;
const RELOADED = 'reloaded';
const RELOAD_PAUSE = 30_000;

/** A part of the pages' own code that comes when it is needed, and may not come while the server is away. */
export class Loadable<Module> {
  loaded?: Module;
  hasFailed = false;
  private loading?: Promise<void>;

  constructor(private readonly load: () => Promise<Module>) {}

  readonly start = (): Promise<void> => {
    this.loading ??= this.load().then(
      (module) => {
        this.loaded = module;
      },
      () => {
        this.hasFailed = true;
        this.loading = undefined;
      },
    );
    return this.loading;
  };
}

/** Tries again whenever the server is there, for as long as what failed to load is on screen. */
export function useHealing(part: Loadable<unknown>): () => void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isMissing = part.hasFailed && !part.loaded;
  async function heal(): Promise<void> {
    if (!(await isServerThere())) return;
    await part.start();
    if (part.loaded) redraw();
    else reloadOnce();
  }
  useEffect(() => {
    if (!isMissing) return;
    const timer = setInterval(() => void heal(), PAUSE);
    return () => clearInterval(timer);
  });
  return () => void heal();
}

export async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** Browsers remember a script that did not come, and after an update it has another name: a new document knows it. */
function reloadOnce(): void {
  if (Date.now() - Number(window.sessionStorage.getItem(RELOADED)) < RELOAD_PAUSE) return;
  window.sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
}

/** Loading the document anew while the server is away would leave the reader with the browser's own error page. */
export async function reloadWhenThere(): Promise<void> {
  if (await isServerThere()) window.location.reload();
}
