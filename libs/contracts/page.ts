import { z } from 'zod';

/** Keyset paging: `after` is the `next` of the page before, never an offset. */
export const pageQuery = z.object({
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof pageQuery>;

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export interface Page<T> {
  items: T[];
  next: string | null;
}

export const id = z.uuid();
/** Ids in paths. */
export const idParam = z.uuid();

/** `?flag=true` */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Trimmed, not blank, without control characters. */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !/\p{Cc}/u.test(value), '不能含有控制字符');

export const dayText = z.iso.date();

export const created = z.object({ id: z.uuid() }).meta({ id: 'Created' });
export type Created = z.infer<typeof created>;
