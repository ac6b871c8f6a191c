import { setTimeout as pause } from 'node:timers/promises';

export interface Reply<T> {
  status: number;
  body: T;
}

/** A signed-in person at the product's address, who tries again while parts of it are being restarted. */
export interface Person {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<Reply<T>>;
}

const patienceMs = 300_000;

async function patiently(send: () => Promise<Response>): Promise<Response> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await send().catch(() => undefined);
    // 5xx: a part is away. What was sent carries its own id, so sending it again is safe.
    if (answer && answer.status < 500) return answer;
    if (performance.now() > until) throw new Error(`no answer: ${answer?.status} ${await answer?.text()}`);
    await pause(200);
  }
}

export async function signIn(address: string, login: string, password: string): Promise<Person> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ login, password });
  const answer = await patiently(() => fetch(`${address}/api/session`, { method: 'POST', headers, body }));
  if (!answer.ok) throw new Error(`${login} cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    async get<T>(path: string) {
      const got = await patiently(() => fetch(address + path, { headers: { cookie } }));
      if (!got.ok) throw new Error(`${path}: ${got.status} ${await got.text()}`);
      return (await got.json()) as T;
    },
    async post<T>(path: string, content: unknown) {
      const payload = JSON.stringify(content);
      const got = await patiently(() =>
        fetch(address + path, { method: 'POST', headers: { ...headers, cookie }, body: payload }),
      );
      // 204 comes without a body.
      const text = await got.text();
      return { status: got.status, body: (text ? JSON.parse(text) : undefined) as T };
    },
  };
}
