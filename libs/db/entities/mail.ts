import { defineEntity, p } from '@mikro-orm/core';
import type { KeptMail } from '#domain/mail';
import { instant, json, text, uuid } from '../columns.ts';
import { Message } from './message.ts';
import { Person } from './person.ts';

/** Written before it is sent: its id makes the Message-ID, so that one sent twice is recognised as one. */
export const Mail = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    id: uuid().primary(),
    /** `digest/person/day`, `urgent/person/message`, `confirm/code`: a second one is never written. */
    key: text().unique(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    sort: text().$type<KeptMail['sort']>(),
    address: text(),
    content: json<KeptMail>(),
    at: instant(),
    /** Not tried before; also how long one that is being sent belongs to its sender. */
    nextAt: instant(),
    attempts: p.integer().default(0),
    failure: text().nullable(),
    sentAt: instant().nullable(),
    givenUpAt: instant().nullable(),
  },
  indexes: [
    { name: 'mail_person', properties: ['personId', 'sort', 'at'] },
    { name: 'mail_sent', properties: ['sentAt'] },
  ],
});

/** Which urgent messages a person's mails have told of. */
export const MailMessage = defineEntity({
  name: 'MailMessage',
  tableName: 'mail_message',
  properties: {
    messageId: () =>
      p
        .manyToOne(Message)
        .mapToPk()
        .joinColumn('message_id')
        .updateRule('no action')
        .deleteRule('no action')
        .primary(),
    personId: uuid().primary(),
    mailId: () => p.manyToOne(Mail).mapToPk().joinColumn('mail_id'),
  },
});
