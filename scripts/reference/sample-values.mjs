import { z } from 'zod';
import { addDays } from '#domain/day';
import { itemsOf } from '#domain/kinds/on-site-check/checklists';
import { workAreas } from '#domain/kinds/pairing/areas';
import { roleCodes, roles } from '#domain/role';

const id = (last) => `018f0000-0000-7000-8000-00000000000${last}`;
const places = { [id(1)]: '试点医院', [id(2)]: '帮带医院', [id(3)]: '主管部门' };
/** A person for each office; ids, as forms name persons too. */
function personIn(orgId, role) {
  return orgId.slice(0, -3) + String(roleCodes.indexOf(role) + 10) + orgId.slice(-1);
}
/** The area with the fewest items: a plan names them all. */
const areas = ['insurance'];
const codes = workAreas
  .filter(({ code }) => areas.includes(code))
  .flatMap(({ items }) => items.map(({ code }) => code));

/** The acts by which the system brings back what an effect did, by the effects that order them. */
export const broughtBy = {
  'service-begun': ['deliverNotice'],
  'service-ended': ['deliverNotice'],
  'paper-voided': ['tellCase'],
  'members-opened': ['openCases', 'deliverNotice'],
  'member-ended': ['openCases', 'deliverNotice'],
  'commitment-ended': ['openCase'],
  'check-opened': ['openCase'],
  'check-ended': ['openCase'],
  sealed: ['issueNotice'],
  released: ['tellCase'],
  returned: ['tellCase'],
  dropped: ['tellCase'],
};

/** Two of the bureau, by the ids that actorIn() gives them. */
const bureauPost = (role) => [{ orgId: id(3), orgKind: 'bureau', role }];
const checkers = ['inspector', 'legal-reviewer'].map((role) => ({
  personId: personIn(id(3), role),
  posts: bureauPost(role),
}));
const findings = Object.fromEntries(
  itemsOf(1, ['complaints']).map(({ code }, index) => [code, index === 0 ? 'fail' : 'pass']),
);

/** What is known to the act beside its form. */
export const facts = {
  ...{ numbers: { openMembers: 0 }, persons: checkers, findings },
  ...{ records: [{ id: id(8), version: 1 }], recipients: [id(1)] },
};

const arranged = {
  visitedId: id(1),
  checkers: checkers.map(({ personId }) => personId).join(','),
  on: '2026-03-24',
  groups: 'complaints',
};

/** With what a case of each kind is opened, in one way or in several. */
const openings = {
  pairing: {
    pilotId: id(1),
    assistedId: id(2),
    from: '2026-03-23',
    to: '2026-12-31',
    launchOn: '2026-04-08',
    areas: areas.join(','),
    campaignId: id(4),
  },
  campaign: {
    memberKind: 'pairing',
    launchOn: '2026-04-08',
    from: '2026-03-23',
    to: '2026-12-31',
    areas,
    listId: '018f0000-0000-7000-8000-000000000005',
    rows: 17,
  },
  commitment: {
    owner: id(1),
    ownerRole: 'liaison',
    helpers: `${id(2)}:liaison`,
    limit: 'month',
    evidence: 0,
    sourceCase: id(4),
    sourceKind: 'on-site-check',
    sourceItem: 'complaints.channel',
  },
  dispatch: ['general-notice', 'circular', 'instruction-request', 'meeting-minutes'].map((paper) => ({
    paper,
  })),
  serving: { paper: 'general-notice', to: `${id(1)},${id(2)}`, sourceCase: id(4), sourceSeq: 7 },
  'on-site-check': [arranged, { ...arranged, sourceCase: id(4), scored: 1, reserved: 1 }],
};

export function openedWith(kind) {
  if (!openings[kind]) throw new Error(`no opening of ${kind} in scripts/reference/sample-values.mjs`);
  return [openings[kind]].flat();
}

/** What is tried for a field of this name. A choice needs none: each of its values is tried. */
const values = {
  contacts: () => [areas.map((area) => ({ area }))],
  items: (_state, day) => [
    [...codes, undefined].map((code) => ({
      area: areas[0],
      code,
      side: code ? 'pilot' : 'assisted',
      due: day,
    })),
  ],
  itemId: ({ plan }) => plan.items.map((item) => item.id),
  solver: ({ pilotId }) => [pilotId],
  week: ({ weeks }) => weeks,
  area: () => areas,
  on: (_state, day) => [day],
  due: (_state, day) => [day],
  scores: ({ kind }) => [
    kind === 'pairing' ? areas.map((area) => `${area}:90`).join(',') : { complaints: 90 },
  ],
  newPilotId: () => [id(6)],
  newTo: ({ to }) => [addDays(to, 180)],
  opened: ({ rows = 1 }) => [rows],
  end: ({ kind }) => [kind === 'campaign' ? 'completed' : 'struck'],
  progress: () => [50],
  part: ({ helpers }) => helpers.filter(({ status }) => status === 'open').map((part) => part.id),
  checkers: () => [checkers.map(({ personId }) => personId)],
  item: ({ kind }) => (kind === 'pairing' ? ['1', 'midterm', 'final'] : Object.keys(findings).slice(0, 1)),
  sourceCase: () => [id(7)],
  persons: () => [checkers.map(({ personId }) => personId).join(',')],
  evidence: () => [0],
  version: () => [1],
  legal: () => [true, false],
  formal: () => [true, false],
  sealedOn: (_state, day) => [day],
};

/** Every combination of the choices of a form, with one sample value for what is not a choice. */
export function choices(schema, state, day) {
  if (!shapes.has(schema))
    shapes.set(schema, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(shapes.get(schema).properties ?? {}).reduce(
    (made, [name, { enum: options = [undefined] }]) =>
      made.flatMap((fields) =>
        (values[name]?.(state, day) ?? options).map((value) => ({ ...fields, [name]: value })),
      ),
    [{}],
  );
}
const shapes = new Map();

/** Somebody who holds this office and no other. */
export function actorIn(office) {
  if (office === 'system') return 'system';
  const [orgId, orgKind] = 'orgId' in office ? [office.orgId, 'hospital'] : [id(3), 'bureau'];
  return { personId: personIn(orgId, office.role), posts: [{ orgId, orgKind, role: office.role }] };
}

export function officeLabel(office) {
  if (office === 'system') return '系统';
  const place = places['orgId' in office ? office.orgId : id(3)];
  return `${place}·${roles[office.role]}`;
}
