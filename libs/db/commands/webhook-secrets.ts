import { randomBytes } from 'node:crypto';
import { CannotOpen } from '#config/vault';
import type { Vault } from '#config/vault';
import { Webhook } from '../entities/webhook.ts';
import type { WebhookRow } from '../entities/webhook.ts';
import type { EntityManager } from '../orm.ts';

export const newSecret = () => randomBytes(32).toString('base64url');

const shownCharacters = 4;
const aboutOf = (id: string) => `webhook/${id}`;

/** What a row keeps of a secret: sealed, and its end, by which two are told apart. */
export const sealSecret = (
  vault: Vault,
  id: string,
  secret: string,
): Pick<WebhookRow, 'secret' | 'secretEnd'> => ({
  secret: vault.seal(secret, aboutOf(id)),
  secretEnd: secret.slice(-shownCharacters),
});

export const sealedElsewhere = '密钥是用另一把加密钥保存的，打不开，没有推送；请更换密钥';

/** Undefined where another key sealed it: a database that was brought here without its key. */
export function secretOf(
  vault: Vault,
  { id, secret }: Pick<WebhookRow, 'id' | 'secret'>,
): string | undefined {
  try {
    return vault.open(secret, aboutOf(id));
  } catch (error) {
    if (error instanceof CannotOpen) return undefined;
    throw error;
  }
}

/** Seals what stood in the clear before there was a vault: at every start, before anything reads a secret. */
export async function sealOldSecrets(em: EntityManager, vault: Vault): Promise<void> {
  for (const { id, secret } of await em.find(Webhook, { secretEnd: '' })) {
    await em.nativeUpdate(Webhook, { id, secretEnd: '' }, sealSecret(vault, id, secret));
  }
}
