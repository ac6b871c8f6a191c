import { Account, LogInAttempt } from './entities/account.ts';
import { LogEntry } from './entities/log-entry.ts';
import { Message, MessageRead } from './entities/message.ts';
import { Org, OrgName } from './entities/org.ts';
import { Person, Qualification } from './entities/person.ts';
import { Post } from './entities/post.ts';
import { Session } from './entities/session.ts';

/** Every table that the code knows; one line per area. */
export const entities = [
  ...[Org, OrgName, Person, Qualification, Post, Account, LogInAttempt, Session],
  ...[LogEntry, Message, MessageRead],
];
