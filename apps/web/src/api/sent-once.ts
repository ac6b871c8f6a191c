/** Keys of what was sent and not answered yet, by what was sent. */
const unanswered = new Map<string, string>();

/**
 * Sends under a key by which the server does it once (`Idempotency-Key`). The same sent again before there was an
 * answer, by a second press or after the network was gone, goes under the same key. A fault of the server is none.
 */
export async function underKey(what: string, send: (key: string) => Promise<Response>): Promise<Response> {
  const key = unanswered.get(what) ?? newKey();
  unanswered.set(what, key);
  const response = await send(key);
  if (response.status < 500) unanswered.delete(what);
  return response;
}

/** For every POST of the client. */
export async function sendOnce(request: Request): Promise<Response> {
  if (request.method !== 'POST') return fetch(request);
  const what = `${request.url} ${await request.clone().text()}`;
  return underKey(what, (key) => {
    request.headers.set('idempotency-key', key);
    return fetch(request);
  });
}

/** `crypto.randomUUID` is there only on pages that came by https or from the machine itself. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
