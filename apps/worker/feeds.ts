import { Worker } from '@temporalio/worker';
import type { NativeConnection } from '@temporalio/worker';
import { mailActivities } from '#activities/mail';
import { webhookActivities } from '#activities/webhooks';
import { createMailSender } from '#channels/mail-sender';
import type { Config } from '#config/config';
import type { Vault } from '#config/vault';
import { feedQueue } from '#contracts/feeds';
import type { EntityManager } from '#db/orm';

interface Parts {
  connection: NativeConnection;
  config: Pick<Config, 'clock' | 'mail' | 'publicUrl' | 'taskQueue' | 'temporalNamespace'>;
  em: EntityManager;
  vault: Vault;
}

/** Mail and webhooks wait for others for minutes: they have a queue and slots of their own, and take none from cases. */
export function createFeedWorker({ connection, config, em, vault }: Parts): Promise<Worker> {
  const { clock, mail, publicUrl } = config;
  const sender = mail && createMailSender(mail);
  return Worker.create({
    connection,
    namespace: config.temporalNamespace,
    taskQueue: feedQueue(config.taskQueue),
    activities: {
      ...mailActivities({ em, clock, sender, publicUrl, vault }),
      ...webhookActivities(em, clock, vault),
    },
    maxConcurrentActivityTaskExecutions: 50,
  });
}
