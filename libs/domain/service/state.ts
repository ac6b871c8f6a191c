import type { CaseState } from '../case.ts';
import type { Day } from '../day.ts';
import type { Role } from '../role.ts';
import type { Attempted, ServiceWay } from './ways.ts';

/** One of those on whom a paper is served: an organisation's id, or the key of a party without an account. */
export interface Recipient {
  /** In which office an organisation signs for it; its liaison unless named. */
  role?: Role;
  tried: { what: Attempted; on: Day }[];
  /** Which way is due next (service/chain.ts). A person acts; nothing is served by the chain. */
  next: ServiceWay;
  /** From when the bureau owes that. */
  since?: Day;
  proven?: { way: ServiceWay; on: Day };
}

/** 送达: a paper of the case on its way to everybody on whom it has to be served. */
export interface Service {
  /** Of the paper. */
  code: string;
  /** When its bytes existed; nothing is served before. */
  sentOn?: Day;
  to: Record<string, Recipient>;
}

/** 电子送达确认书: for named sorts of papers of this case, until it is revoked. */
export interface Consent {
  papers: string[];
  on: Day;
  revokedOn?: Day;
}

/** What a kind is told when a paper counts as served on somebody. */
export interface Served {
  service: number;
  code: string;
  recipient: string;
  on: Day;
  way: ServiceWay;
}

/** Begins the service of a paper; its number goes into the effect that issues it. */
export function startService<S extends CaseState>(
  state: S,
  { code, to, role }: { code: string; to: readonly string[]; role?: Role },
): { state: S; service: number } {
  const service = Object.keys(state.services ?? {}).length + 1;
  const recipient: Recipient = {
    ...(role === undefined || role === 'liaison' ? {} : { role }),
    tried: [],
    next: 'electronic',
  };
  const started: Service = { code, to: Object.fromEntries(to.map((id) => [id, recipient])) };
  return { state: { ...state, services: { ...state.services, [service]: started } }, service };
}

export const servedOn = ({ services }: CaseState, service: number, recipient: string): Day | undefined =>
  services?.[service]?.to[recipient]?.proven?.on;

export function servedAll({ services }: CaseState, service: number): boolean {
  const found = services?.[service];
  return found !== undefined && Object.values(found.to).every(({ proven }) => proven !== undefined);
}

/** A piece of service, as its todo's round and the forms name it. */
export interface Piece {
  service: number;
  recipient: string;
}
export const pieceKey = ({ service, recipient }: Piece): string => `${service}.${recipient}`;
export const pieceForm = /^\d{1,6}\.[\w-]{1,50}$/;
export function pieceOf(key: string): Piece {
  const [service = '', ...recipient] = key.split('.');
  return { service: Number(service), recipient: recipient.join('.') };
}

/** What is sent and not yet proven, in the order of the papers. */
export const underWay = ({
  services = {},
}: CaseState): (Piece & { paper: Service; sentOn: Day; one: Recipient })[] =>
  Object.keys(services)
    .map(Number)
    .sort((one, other) => one - other)
    .flatMap((service) => {
      const paper = services[service];
      const { sentOn } = paper ?? {};
      if (!paper || sentOn === undefined) return [];
      return Object.entries(paper.to)
        .filter(([, one]) => one.proven === undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([recipient, one]) => ({ service, recipient, paper, sentOn, one }));
    });

/** The state with this piece of service as it has become. */
export function withRecipient<S extends CaseState>(
  state: S,
  { service, recipient }: Piece,
  one: Recipient,
): S {
  const paper = state.services?.[service];
  if (!paper) return state;
  const to = { ...paper.to, [recipient]: one };
  return { ...state, services: { ...state.services, [service]: { ...paper, to } } };
}
