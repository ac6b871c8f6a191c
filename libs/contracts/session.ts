import { z } from 'zod';
import { orgKinds, roles } from '#domain/role';
import type { OrgKind, Role } from '#domain/role';

const roleCodes = Object.keys(roles) as [Role, ...Role[]];
const orgKindCodes = Object.keys(orgKinds) as [OrgKind, ...OrgKind[]];
export const roleCode = z.enum(roleCodes);
export const orgKindCode = z.enum(orgKindCodes);

export const logIn = z
  .object({
    login: z.string().trim().min(1, '请填写登录名').max(64),
    password: z.string().min(1, '请填写密码').max(200),
  })
  .meta({ id: 'LogIn' });

/** Its strength is judged by passwordFault of the domain, which needs the login. */
export const newPassword = z.string().min(1, '请填写新密码').max(200);

export const changePassword = z
  .object({ current: z.string().min(1, '请填写现密码').max(200), next: newPassword })
  .meta({ id: 'ChangePassword' });

export const heldPost = z
  .object({
    orgId: z.uuid(),
    orgKind: orgKindCode,
    orgName: z.string(),
    role: roleCode,
    roleLabel: z.string(),
    /** Whose post it is, where he only exercises it, and until which day. */
    actingFor: z.object({ id: z.uuid(), name: z.string(), to: z.iso.date() }).optional(),
  })
  .meta({ id: 'HeldPost' });

export const sessionView = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    login: z.string(),
    mustChangePassword: z.boolean(),
    posts: z.array(heldPost),
    unread: z.object({ messages: z.number().int() }),
    /** The server's day in Asia/Shanghai: pages count days from it. */
    today: z.iso.date(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;

/** For whoever tries the product on its demo data: empty everywhere else, in production always. */
export const demoLogins = z
  .object({
    password: z.string(),
    logins: z.array(
      z.object({ login: z.string(), name: z.string(), roleLabel: z.string(), orgName: z.string() }),
    ),
  })
  .meta({ id: 'DemoLogins' });
export type DemoLogins = z.infer<typeof demoLogins>;
