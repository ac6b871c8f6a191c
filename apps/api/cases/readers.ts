import { bureauRoles, hospitalRoles } from '#domain/role';
import type { Who } from '#api/access/may';

/** Who may have cases at all; which ones, each query decides. 三员 and evaluators have none. */
export const caseReaders = [...bureauRoles, ...hospitalRoles, 'department'] as unknown as [Who, ...Who[]];
