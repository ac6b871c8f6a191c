import type { EntityManager } from '@mikro-orm/postgresql';
import { longDay, shanghaiDay, type Day } from '#domain/day';
import { noticeTypeOf } from '#domain/notice-types';
import { electronicServiceConsent } from '#domain/service/notices/electronic-service-consent';
import { serviceReceipt } from '#domain/service/notices/service-receipt';
import { pieceOf } from '#domain/service/state';
import { attemptLabel, results, type ServiceResult, type ServiceWay } from '#domain/service/ways';
import { instantFromDatabase } from '../../columns.ts';
import { sql } from '../../sql.ts';
import { bothNames, personNames } from '../cases/names.ts';
import type { PaperContent } from './content-of.ts';
import { bureauName, orgNames } from './names.ts';
import type { NoticeToWord } from './notice-to-render.ts';

type Form = Record<string, unknown>;
interface Act {
  action: string;
  at: string;
  person_id: string | null;
  for_person_id: string | null;
  form: Form | null;
}

const said = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The act that proved it; of a public notice, and of arrival, the last that was recorded before. */
async function actsUpTo(em: EntityManager, { caseId, seq }: NoticeToWord, piece: string): Promise<Act[]> {
  return em.execute<Act[]>(sql`
    select e.action, e.at, e.person_id, e.for_person_id, s.form
      from case_event e left join submission s on s.act_id = e.act_id
     where e.case_id = ${caseId}::uuid and e.seq <= ${seq}
       and e.action in ('sign-for-paper', 'record-service') and e.fields->>'piece' = ${piece}
     order by e.seq`);
}

interface Paper {
  code: string;
  number: string | null;
  issued_at: string;
}

/** 送达回证: what the acts say of how this paper reached this recipient. Into the case file, to nobody. */
export async function serviceReceiptContent(em: EntityManager, notice: NoticeToWord): Promise<PaperContent> {
  const piece = String(notice.params.piece);
  const { service, recipient } = pieceOf(piece);
  const way = notice.params.way as ServiceWay;
  const on = String(notice.params.on);
  const [paper] = await em.execute<Paper[]>(
    sql`select code, number, issued_at from notice where (case_id = ${notice.caseId}::uuid and serving_case_id is null or serving_case_id = ${notice.caseId}::uuid)
           and service_no = ${service}
           and to_org_ids @> ${JSON.stringify([recipient])}::jsonb`,
  );
  if (!paper) throw new Error(`no paper for service ${service}`);
  const acts = await actsUpTo(em, notice, piece);
  const last = acts.at(-1);
  const form: Form =
    way === 'electronic' ? {} : (acts.findLast(({ action }) => action === 'record-service')?.form ?? {});
  const signed = way === 'electronic' && last?.action === 'sign-for-paper' ? last : undefined;
  const nameOf = await personNames(em, [signed?.person_id, signed?.for_person_id, ...idsOf(form.servers)]);
  const orgOf = await orgNames(em, [recipient]);
  const signer =
    signed && bothNames(nameOf, { personId: signed.person_id, forPersonId: signed.for_person_id });
  const refused = acts.find(({ form: given }) => said(given?.reason))?.form;
  const content = serviceReceipt({
    issuer: await bureauName(em),
    paper: { label: noticeTypeOf(paper.code).label, number: paper.number ?? '无文号' },
    recipient: orgOf(recipient) || recipient,
    place: said(form.place) ?? placeOf(way),
    way,
    servers: idsOf(form.servers).map((id) => nameOf(id) ?? ''),
    ...(unsigned.includes(way) ? {} : { receivedOn: on }),
    receiver: signer ? `${signer}（系统内签收）` : (said(form.receiver) ?? receiverOf(way)),
    refusal: said(form.refusal) ?? said(refused?.reason),
    witness: said(form.witness),
    note: noteOf(way, on, form, acts, signed !== undefined),
    date: notice.issuedOn,
  });
  return { content, to: [] };
}

/** Nobody signed for it on a day. */
const unsigned: readonly ServiceWay[] = ['left', 'public'];

const placeOf = (way: ServiceWay): string => (way === 'electronic' ? '受送达人在本系统的收件箱' : '见备注');
const receiverOf = (way: ServiceWay): string | undefined =>
  way === 'post' ? '见邮寄回执' : way === 'electronic' ? '到达受送达人收件箱' : undefined;

/** Why this way, and on which day it counts as served. */
function noteOf(way: ServiceWay, on: Day, form: Form, acts: readonly Act[], signed: boolean): string {
  const mail = acts.map((act) => said(act.form?.mailNumber)).findLast(Boolean);
  const sent = acts.findLast(({ form: given }) => said(given?.entrustedTo))?.form;
  const letter = `${said(sent?.entrustedTo) ?? ''}（${said(sent?.letterNumber) ?? ''}）`;
  const before = acts
    .slice(0, -1)
    .flatMap((act) => {
      const result = said(act.form?.result) as ServiceResult | undefined;
      const day = said(act.form?.on) ?? shanghaiDay(instantFromDatabase(act.at));
      if (act.action === 'sign-for-paper') return [`${longDay(day)}${attemptLabel('declined')}`];
      return result && result in results ? [`${longDay(day)}${attemptLabel(result)}`] : [];
    })
    .join('；');
  const parts = [
    way === 'post' && mail ? `邮件号码${mail}` : '',
    way === 'entrusted' ? `委托${letter}送达` : '',
    way === 'transferred' ? `由${letter}转交` : '',
    way === 'public' ? `公告载体：${said(form.where) ?? ''}；原因和经过：${said(form.why) ?? ''}` : '',
    way === 'public' ? `公告期满，${longDay(on)}视为送达` : '',
    way === 'electronic' && !signed
      ? `受送达人签有电子送达确认书，文书${longDay(on)}到达其收件箱，当日视为送达`
      : '',
    way === 'left' ? `${longDay(on)}留置，视为送达` : '',
    said(form.note) ?? '',
    before ? `此前：${before}` : '',
  ];
  const text = parts.filter(Boolean).map((part) => part.replace(/[。；]+$/u, ''));
  return text.length > 0 ? `${text.join('；')}。` : '';
}

/** 电子送达确认书 as it was signed: for the papers chosen, in this case. To the party itself, too. */
export async function electronicConsentContent(
  em: EntityManager,
  notice: NoticeToWord,
): Promise<PaperContent> {
  const [act] = await em.execute<(Act & { org_id: string; title: string })[]>(sql`
    select e.action, e.at, e.person_id, e.for_person_id, e.org_id, s.form, c.title
      from case_event e join submission s on s.act_id = e.act_id join case_file c on c.id = e.case_id
     where e.case_id = ${notice.caseId}::uuid and e.seq = ${notice.seq}`);
  if (!act) throw new Error('nobody consented');
  const nameOf = await personNames(em, [act.person_id, act.for_person_id]);
  const orgOf = await orgNames(em, [act.org_id]);
  const content = electronicServiceConsent({
    issuer: await bureauName(em),
    recipient: orgOf(act.org_id),
    matter: `“${act.title}”一事`,
    papers: idsOf(act.form?.papers).map((code) => noticeTypeOf(code).label),
    address: '督行系统本单位收件箱',
    phone: said(act.form?.phone) ?? '',
    signedBy: bothNames(nameOf, { personId: act.person_id, forPersonId: act.for_person_id }) ?? '',
    signedOn: shanghaiDay(instantFromDatabase(act.at)),
    date: notice.issuedOn,
  });
  return { content, to: [act.org_id] };
}
