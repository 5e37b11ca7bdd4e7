export type Parameter = string | number | boolean | undefined;
export type Parameters = Record<string, Parameter>;

/** An answer that is not the one asked for; `detail` is the API's own sentence where it sent one. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(detail || `HTTP ${status}`);
  }
}

export function address(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Asks the API. The browser's cache is revalidated every time: a refreshed number must not wait for `max-age`. */
export async function ask<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  const response = await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-cache', signal });
  if (!response.ok) throw new ApiError(response.status, await detailOf(response));
  return (await response.json()) as Answer;
}

async function detailOf(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { error?: unknown };
    return typeof body.error === 'string' ? body.error : '';
  } catch {
    return '';
  }
}
