import { createHmac } from 'node:crypto';

export interface WebhookPost {
  url: string;
  secret: string;
  /** The same at every attempt. */
  deliveryId: string;
  body: string;
  /** Seconds since 1970. */
  timestamp: number;
}

export type Answer = { ok: true; status: number } | { ok: false; status: number | null; failure: string };

const timeoutMs = 10_000;

export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/**
 * One attempt. Nothing of the answer but its status is read, and no redirect followed: what stands behind the address
 * must not be read through this.
 */
export async function postWebhook({
  url,
  secret,
  deliveryId,
  body,
  timestamp,
}: WebhookPost): Promise<Answer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'duxing-webhook',
        'x-duxing-delivery': deliveryId,
        'x-duxing-timestamp': String(timestamp),
        'x-duxing-signature': signatureOf(secret, timestamp, body),
      },
      body,
    });
    await answer.body?.cancel();
    const { status } = answer;
    if (status >= 200 && status < 300) return { ok: true, status };
    const moved = status >= 300 && status < 400;
    return {
      ok: false,
      status,
      failure: moved ? `对方要求转到别处（${status}），推送不跟随` : `对方答复 ${status}`,
    };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, status: null, failure: late ? '10秒内没有答复' : '连接不上' };
  }
}
