import { Absence, AbsencePost } from '../../entities/absence.ts';
import { Relation } from '../../entities/relation.ts';
import type { EntityManager } from '../../orm.ts';
import { demoId } from '../demo.ts';
import { orgId } from './actors.ts';
import type { Days } from './days.ts';

/** A leader is soon away for three days, and an inspector has declared a relation. */
export async function keepDemoAbsence(tx: EntityManager, days: Days): Promise<void> {
  const [personId, deputyId] = [demoId('person', 'leader2'), demoId('person', 'leader1')];
  const id = demoId('absence', 'leader2');
  await tx.insert(Absence, {
    ...{ id, personId, deputyId, from: days.ahead(2), to: days.ahead(4), note: '赴外地调研' },
    ...{ enteredById: personId, enteredAt: days.slot(1, 1, 3), version: 1 },
  });
  await tx.insert(AbsencePost, { absenceId: id, postId: demoId('post', 'leader2/bureau/leader') });
  const inspector = demoId('person', 'inspector3');
  await tx.insert(Relation, {
    ...{ id: demoId('relation', 'inspector3'), personId: inspector, orgId: orgId('pingguyiyuan') },
    ...{ sort: 'kin', from: days.ago(60), note: '配偶任该院药剂科副主任', version: 1 },
    ...{ declaredById: inspector, declaredAt: days.slot(60, 1, 5) },
  });
}
