import { defineEntity, p } from '@mikro-orm/core';
import type { InferEntity } from '@mikro-orm/core';
import type { NoticeContent, NoticeDocument } from '#domain/notice';
import { instant, json, text, uuid } from '../columns.ts';

/** What a paper says without its number, as it was set before somebody signed it. */
export const NoticeProof = defineEntity({
  name: 'NoticeProof',
  tableName: 'notice_proof',
  properties: {
    hash: text().primary(),
    code: text(),
    document: json<NoticeDocument>(),
    pages: p.integer(),
    at: instant().index(),
  },
});

/** A paper; its number is taken by the commit that issues it, its words stand from then on, its bytes come afterwards. */
export const Notice = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: uuid().primary(),
    caseId: uuid(),
    seq: p.integer(),
    idx: p.integer(),
    nth: p.integer().default(0),
    code: text(),
    number: text().nullable(),
    title: text(),
    params: json<Record<string, string | number>>(),
    toOrgIds: json<string[]>(),
    issuedAt: instant(),
    proofHash: () =>
      p.manyToOne(NoticeProof).mapToPk().joinColumn('proof_hash').deleteRule('no action').nullable(),
    content: json<NoticeContent>().nullable(),
    document: json<NoticeDocument>().nullable(),
    pdfSha256: text().fieldName('pdf_sha256').nullable(),
    pages: p.integer().nullable(),
    renderedAt: instant().nullable(),
    failure: text().nullable(),
    /** Among the services of its case, where it is served formally. */
    serviceNo: p.integer().nullable(),
    /** The case in which it is served, where that is not its own. */
    servingCaseId: uuid().nullable(),
    /** Of the bureau's own wording; null is the shipped one. */
    wordingVersion: p.integer().nullable(),
    voidedAt: instant().nullable(),
    voidedById: uuid().nullable(),
    voidReason: text().nullable(),
    replacesId: uuid().nullable(),
    replacesHow: text().nullable(),
    /** Printed on the paper: by it anybody may ask whether the paper is genuine. */
    checkCode: text().unique().nullable(),
    /** When and by which certificate its PDF was sealed. */
    sealedAt: instant().nullable(),
    sealedBy: text().nullable(),
  },
  uniques: [{ name: 'notice_effect_unique', properties: ['caseId', 'seq', 'idx', 'nth'] }],
});
export type NoticeRow = InferEntity<typeof Notice>;

/** Took up the last number of a series in a year; its row is locked by the commit that takes one. */
export const NumberSeries = defineEntity({
  name: 'NumberSeries',
  tableName: 'number_series',
  properties: { series: text().primary(), year: p.integer().primary(), last: p.integer() },
});
