import { randomUUID } from 'node:crypto';
import type { ActReceipt } from '#contracts/case';
import type { OrgDetail } from '#contracts/org';
import type { Created } from '#contracts/page';
import { demoId } from '#db/seed/demo';
import { demoPassword } from '#db/seed/demo-logins';
import { signIn, type Person } from '#tests/harness/browser';

/** So many hospitals that were not there before. */
export async function hospitals(address: string, count: number): Promise<string[]> {
  const admin = await signIn(address, 'sysadmin1', demoPassword);
  const { parentId } = await admin.get<OrgDetail>(`/api/orgs/${demoId('org', 'youyi')}`);
  const ids: string[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    const name = `社区卫生服务中心第${nth}站`;
    ids.push((await told<Created>(admin, '/api/orgs', { kind: 'hospital', parentId, name })).id);
  }
  return ids;
}

async function told<T>(by: Person, path: string, body: object): Promise<T> {
  const answer = await by.post<T>(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Papers that wait for the leader's signature, drafted, handed in and reviewed by people. */
export async function drafters(address: string) {
  const [drafter, head] = [
    await signIn(address, 'inspector1', demoPassword),
    await signIn(address, 'head1', demoPassword),
  ];
  const act = (by: Person, caseId: string, action: string, form: object) =>
    told(by, `/api/cases/${caseId}/acts`, { actId: randomUUID(), action, form });
  return {
    async paper(title: string, more: object): Promise<string> {
      const opening = { actId: randomUUID(), form: { paper: 'general-notice', title } };
      const { caseId } = await told<ActReceipt>(drafter, '/api/dispatches', opening);
      const form = {
        title,
        opening: '现将有关事项通知如下：',
        sections: [{ heading: '值守安排', text: '各医院主要负责人在院带班。' }],
        contact: '改革发展处 李明远',
        ...more,
      };
      await told(drafter, `/api/dispatches/${caseId}/text`, { version: 0, form });
      await act(drafter, caseId, 'submit', { version: 1 });
      await act(head, caseId, 'review', { decision: 'pass' });
      return caseId;
    },
  };
}
