import { Module } from '@nestjs/common';
import { MessagesController } from './messages/messages.controller.ts';
import { SessionsController } from './sessions/sessions.controller.ts';

@Module({ controllers: [SessionsController, MessagesController] })
export class IdentityModule {}
