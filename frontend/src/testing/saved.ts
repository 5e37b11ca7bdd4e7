import { vi } from 'vitest';

/** What the browser is given to save. */
export async function saved(act: () => Promise<void>): Promise<{ name: string; text: string }> {
  let file: Blob | undefined;
  let name = '';
  URL.createObjectURL = (content) => {
    file = content as Blob;
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  await act();
  await vi.waitFor(() => {
    if (!file) throw new Error('nothing was saved');
  });
  click.mockRestore();
  // Reading as text would drop the byte order mark.
  return { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytes(file!)) };
}

function bytes(file: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(file);
  });
}
