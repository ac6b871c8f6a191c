import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import type { EditWebhook, NewWebhook, WebhookSecret, WebhookTest } from '#contracts/webhook';
import { postWebhook } from '#channels/post-webhook';
import * as commands from '#db/commands/webhooks';
import { sealedElsewhere, secretOf } from '#db/commands/webhook-secrets';
import { newId } from '#db/id';
import { EntityManager } from '#db/orm';
import * as queries from '#db/queries/webhooks/list';
import { epochMs } from '#domain/day';
import { wakeWebhook } from '#runner/feeds';
import type { RunnerClient } from '#runner/runner-client';
import type { Signed } from '#api/access/signed';
import { whenItStands } from '#api/once/when-it-stands';
import { CLOCK, RUNNER, VAULT } from '#api/parts.module';

/** Subscribers as the system administrator keeps them; each change reaches its workflow at once. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUNNER) private readonly runner: RunnerClient,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  list() {
    return queries.webhooks(this.em);
  }

  async deliveries(id: string) {
    await commands.webhookOf(this.em, id);
    return queries.webhookDeliveries(this.em, id);
  }

  async create(by: Signed, given: NewWebhook): Promise<WebhookSecret> {
    const made = await commands.createWebhook(this.em, this.clock, this.vault, by, given);
    await whenItStands(() => wakeWebhook(this.runner, made.id));
    return made;
  }

  async edit(by: Signed, id: string, given: EditWebhook): Promise<void> {
    await commands.editWebhook(this.em, this.clock, by, id, given);
    await whenItStands(() => wakeWebhook(this.runner, id));
  }

  rotate(by: Signed, id: string): Promise<WebhookSecret> {
    return commands.rotateSecret(this.em, this.clock, this.vault, by, id);
  }

  pause(by: Signed, id: string): Promise<void> {
    return commands.pauseWebhook(this.em, this.clock, by, id);
  }

  async resume(by: Signed, id: string, skip: boolean): Promise<void> {
    await commands.resumeWebhook(this.em, this.clock, by, id, skip);
    await whenItStands(() => wakeWebhook(this.runner, id));
  }

  withdraw(by: Signed, id: string): Promise<void> {
    return commands.withdrawWebhook(this.em, this.clock, by, id);
  }

  /** Out of order and of no case. Who sends it learns the status and nothing else. */
  async test(by: Signed, id: string): Promise<WebhookTest> {
    const hook = await commands.webhookOf(this.em, id);
    const { url, name } = hook;
    await commands.logWebhook(this.em, this.clock, by, id, `发送推送测试：${name}`);
    const deliveryId = newId();
    const at = this.clock.now();
    const body = JSON.stringify({ delivery: deliveryId, type: 'test', at });
    const timestamp = Math.floor(epochMs(at) / 1000);
    const secret = secretOf(this.vault, hook);
    if (secret === undefined) return { ok: false, status: null, failure: sealedElsewhere };
    const answer = await postWebhook({ url, secret, deliveryId, body, timestamp });
    return { ok: answer.ok, status: answer.status, failure: answer.ok ? null : answer.failure };
  }
}
