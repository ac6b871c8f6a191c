import { Injectable } from '@nestjs/common';
import { EntityManager } from '#db/orm';

type Check = () => Promise<unknown>;

/** The parts that must work for the product to work; each area adds its own when it starts. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, Check>();

  constructor(em: EntityManager) {
    this.add('database', () => em.fork().execute('select 1'));
  }

  /** `check` rejects when the part does not work; it should not wait longer than a few seconds. */
  add(part: string, check: Check): void {
    this.checks.set(part, check);
  }

  async failing(): Promise<string[]> {
    const parts = [...this.checks.keys()];
    const results = await Promise.allSettled([...this.checks.values()].map((check) => check()));
    return parts.filter((_, index) => results[index]?.status === 'rejected');
  }
}
