import { Module } from '@nestjs/common';
import { Live } from './live/live.ts';
import { LiveController } from './live/live.controller.ts';
import { MailsController } from './mails/mails.controller.ts';
import { SettingsController } from './settings/settings.controller.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import { WebhooksController } from './webhooks/webhooks.controller.ts';

/** How messages reach people and other systems. */
@Module({
  controllers: [LiveController, SettingsController, MailsController, WebhooksController],
  providers: [Live, Webhooks],
})
export class ChannelsModule {}
