import { z } from 'zod';
import { id } from './page.ts';

export const fileView = z
  .object({
    id,
    name: z.string(),
    size: z.number().int(),
    /** A code such as pdf, with its label. */
    type: z.string(),
    typeLabel: z.string(),
    sha256: z.string(),
    uploadedAt: z.iso.datetime(),
    /** Whether a browser shows it in the page; others are downloaded. */
    inline: z.boolean(),
  })
  .meta({ id: 'FileView' });

export const uploadedFiles = z.object({ files: z.array(fileView) }).meta({ id: 'UploadedFiles' });
export type UploadedFiles = z.infer<typeof uploadedFiles>;

export const uploadQuery = z.object({
  /** In whose name, for a person with several posts; else that of the first. */
  orgId: z.uuid().optional(),
});
export type UploadQuery = z.infer<typeof uploadQuery>;

export const downloadQuery = z.object({ download: z.enum(['true', 'false']).optional() });
export type DownloadQuery = z.infer<typeof downloadQuery>;
