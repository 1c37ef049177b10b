import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { InboxController } from './inbox.controller.js';
import { PreferencesController } from './preferences.controller.js';
import { PreferencesHandler } from './preferences.handler.js';

/** What people are told, and how they want it. Outbox, inbox, log, vault and clock come from the app. */
@Module({
  imports: [CqrsModule],
  controllers: [PreferencesController, InboxController],
  providers: [PreferencesHandler],
})
export class NotificationsModule {}
