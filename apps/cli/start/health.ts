/** What the API says of itself: undefined while it does not answer at all. */
export async function health(address: string): Promise<{ ok: boolean; told: string } | undefined> {
  try {
    const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return { ok: response.status === 200, told: await response.text() };
  } catch {
    return undefined;
  }
}
