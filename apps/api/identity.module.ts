import { Module } from '@nestjs/common';
import { AbsencesController } from './absences/absences.controller.ts';
import { RelationsController } from './absences/relations.controller.ts';
import { OrgImportsController } from './imports/org-imports.controller.ts';
import { LogExportController } from './log/log-export.controller.ts';
import { LogController } from './log/log.controller.ts';
import { MessagesController } from './messages/messages.controller.ts';
import { OrgChangesController } from './orgs/org-changes.controller.ts';
import { OrgsController } from './orgs/orgs.controller.ts';
import { AccountsController } from './people/accounts.controller.ts';
import { PeopleController } from './people/people.controller.ts';
import { PersonChangesController } from './people/person-changes.controller.ts';
import { PostsController } from './posts/posts.controller.ts';
import { SessionsController } from './sessions/sessions.controller.ts';

const controllers = [
  ...[SessionsController, MessagesController, LogController, LogExportController],
  ...[OrgImportsController, OrgsController, OrgChangesController],
  ...[PeopleController, PersonChangesController, AccountsController, PostsController],
  ...[AbsencesController, RelationsController],
];

@Module({ controllers })
export class IdentityModule {}
