import { Migration } from '@mikro-orm/migrations';
import { identity } from './0001-identity.ts';
import { cases } from './0002-cases.ts';
import { files as uploads } from './0003-files.ts';
import { pairLists } from './0004-pair-lists.ts';
import { partyStages } from './0005-party-stages.ts';
import { nameOrder } from './0006-name-order.ts';
import { pairListFile } from './0007-pair-list-file.ts';
import { annexTexts } from './0030-annex-texts.ts';
import { calendar } from './0008-calendar.ts';
import { channels } from './0009-channels.ts';
import { absences } from './0010-absences.ts';
import { todoAssigned } from './0011-todo-assigned.ts';
import { commitmentLines } from './0013-commitment-lines.ts';
import { workload } from './0014-workload.ts';
import { rules } from './0016-rules.ts';
import { drafts } from './0017-drafts.ts';
import { sentOnce } from './0018-sent-once.ts';
import { ownSettings } from './0019-own-settings.ts';
import { proofs } from './0020-proofs.ts';
import { service } from './0021-service.ts';
import { dispatch } from './0022-dispatch.ts';
import { wording } from './0023-wording.ts';
import { checks } from './0024-checks.ts';
import { serving } from './0025-serving.ts';
import { held } from './0027-held.ts';
import { servedEach } from './0028-served-each.ts';

/** One file per area, in order; a file that has run anywhere never changes. */
const files = [
  ...[identity, cases, uploads, pairLists, partyStages, nameOrder, pairListFile],
  ...[calendar, channels, absences, todoAssigned, commitmentLines, workload, rules],
  ...[drafts, sentOnce, ownSettings, proofs, service, dispatch, wording, checks, serving, held],
  ...[servedEach, annexTexts],
];

export interface SqlMigration {
  name: string;
  sql: string;
}

const asClass = ({ name, sql }: SqlMigration) => ({
  name,
  class: class extends Migration {
    override up(): void {
      this.addSql(sql);
    }
  },
});

export const migrations = files.map(asClass);
