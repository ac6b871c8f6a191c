import { randomBytes } from 'node:crypto';
import { Option } from 'commander';
import type { Command } from 'commander';
import { roles, separatedRoles } from '#domain/role';
import type { Role } from '#domain/role';
import { OperatorError } from '../operator-error.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  login: string;
  name: string;
  role: Role;
  bureau?: string;
  json?: boolean;
}

/** The password is made here and shown once: one on the command line would be seen by everybody on the machine. */
export function addUser(program: Command): void {
  const role = new Option('--role <role>', '角色').choices([...separatedRoles]).default('system-admin');
  const user = program.command('user').description('账号');
  user
    .command('add')
    .description('建立首任系统管理员、安全管理员或审计员；其余人员由他们在网页中建立')
    .requiredOption('--login <login>', '登录名')
    .requiredOption('--name <name>', '姓名')
    .addOption(role)
    .option('--bureau <name>', '主管部门名称（尚无机构时必填）')
    .option('--json', '以 JSON 输出', false)
    .action((options: Options) => withDatabase((databaseUrl) => add(databaseUrl, options)));
}

async function add(databaseUrl: string, { json, ...user }: Options): Promise<void> {
  const [{ migrate }, { openOrm }, { newAccount }, commands, { loadStartConfig }, { ProblemError }] =
    await Promise.all([
      import('#db/migrate'),
      import('#db/orm'),
      import('#contracts/person'),
      import('#db/commands/add-user'),
      import('#config/config'),
      import('#contracts/problem'),
    ]);
  const password = randomBytes(9).toString('base64url');
  const account = newAccount.safeParse({ login: user.login, password });
  if (!account.success)
    throw new OperatorError(account.error.issues[0]?.message ?? '', 'The login is not valid.');
  await migrate(databaseUrl);
  const orm = await openOrm(databaseUrl, { poolSize: 2 });
  try {
    await commands.addUser(orm.em.fork(), loadStartConfig().clock, { ...user, ...account.data });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new OperatorError(error.message, 'The user could not be added.', error);
  } finally {
    await orm.close(true);
  }
  const told = { ok: true, login: account.data.login, role: user.role, initialPassword: password };
  const sentence = `已建立${roles[user.role]} ${told.login}，初始密码 ${password}（首次登录须修改）。`;
  process.stdout.write(`${json ? JSON.stringify(told) : sentence}\n`);
}
