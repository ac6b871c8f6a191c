import type { Clock } from '#config/clock';
import type { Role } from '#domain/role';
import { conflict, invalid } from '#contracts/problem';
import { Org } from '../entities/org.ts';
import { Post } from '../entities/post.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { giveName } from './org-names.ts';
import { createPerson } from './people.ts';
import { grantPost } from './posts.ts';

export interface NewUser {
  login: string;
  password: string;
  name: string;
  role: Role;
  /** The bureau's name: it is made where there is none yet. */
  bureau?: string;
}

/** The first of the 三员, who can't be entered by anybody else; every later person comes by them. */
export async function addUser(em: EntityManager, clock: Clock, user: NewUser): Promise<string> {
  const { name, login, password, role } = user;
  return em.transactional(async (tx) => {
    const holders = await tx.count(Post, { role, until: null });
    if (holders > 0) throw conflict('此角色已有人担任，请由系统管理员新建人员、安全管理员授予职务。');
    const orgId = await bureau(tx, clock, user.bureau);
    const by = { login: 'command line' };
    const personId = await createPerson(tx, clock, by, { name, account: { login, password } });
    await grantPost(tx, clock, by, personId, { orgId, role, from: clock.today() });
    return personId;
  });
}

async function bureau(em: EntityManager, clock: Clock, name: string | undefined): Promise<string> {
  const standing = await em.findOne(Org, { kind: 'bureau' });
  if (standing) return standing.id;
  if (!name) throw invalid('bureau', '还没有主管部门，请用 --bureau 给出它的名称');
  const id = newId();
  const row = { id, kind: 'bureau' as const, parentId: null, name, sort: 0 };
  await em.insert(Org, { ...row, demo: false, createdAt: clock.now(), version: 1 });
  await giveName(em, id, name, 'official');
  return id;
}
