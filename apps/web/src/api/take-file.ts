import { problemFrom } from './client.ts';

/** Fetched and not linked, so that a refusal is a sentence and not a broken file. With `body` it is posted. */
export async function takeFile(address: string, otherwise: string, body?: object): Promise<void> {
  const response = await fetch(
    address,
    body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  );
  if (!response.ok) throw problemFrom(await response.json().catch(() => undefined), response);
  const content = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = content;
  link.download = nameFrom(response.headers.get('content-disposition')) ?? otherwise;
  link.click();
  URL.revokeObjectURL(content);
}

function nameFrom(disposition: string | null): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  return encoded ? decodeURIComponent(encoded) : undefined;
}
