/** An event stream that a test drives. */
export class FakeEventSource extends EventTarget {
  static opened: FakeEventSource[] = [];

  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;

  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }

  static get latest(): FakeEventSource {
    const latest = FakeEventSource.opened.at(-1);
    if (!latest) throw new Error('no stream was opened');
    return latest;
  }

  open(): void {
    this.onopen?.();
  }

  break(): void {
    this.onerror?.();
  }

  send(type: string, data: unknown, lastEventId: string): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
  }

  close(): void {
    this.closed = true;
  }
}
