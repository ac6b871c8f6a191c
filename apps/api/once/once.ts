import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { invalid } from '#contracts/problem';
import { sendOnce } from '#db/commands/send-once';
import { EntityManager } from '#db/orm';
import { signedIn } from '#api/access/signed';
import { CLOCK, VAULT } from '#api/parts.module';
import { puttingOff } from './when-it-stands.ts';

const header = 'idempotency-key';
const uuid = z.uuid();

/** A request that carries `Idempotency-Key` is done once, however often it comes (ADR 0014). */
@Injectable()
export class Once {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  run<T>(request: FastifyRequest, body: string, work: () => Promise<T>): Promise<T> {
    const key = request.headers[header];
    const personId = signedIn(request)?.personId;
    if (key === undefined || !personId) return work();
    const parsed = uuid.safeParse(key);
    if (!parsed.success) throw invalid('Idempotency-Key', '提交编号（Idempotency-Key）应为 UUID。');
    const sending = { personId, key: parsed.data, what: `${request.method} ${request.url}`, body };
    return puttingOff(() => sendOnce(this.em, this.clock, this.vault, sending, work));
  }
}
