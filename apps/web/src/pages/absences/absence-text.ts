import type { Absence, Absences } from '../../api/bureau-types.ts';
import { dateText } from '../../days/day-text.ts';

interface Days {
  from: string;
  to: string;
}

/** `11月23日至11月27日`, a single day by itself. */
export const daysText = ({ from, to }: Days, today: string): string =>
  from === to ? dateText(from, today) : `${dateText(from, today)}至${dateText(to, today)}`;

/** `分管领导职务`; with the house where he holds the like in several. */
export function dutiesText(posts: Absences['posts']): string {
  const labels = posts.map(({ roleLabel }) => roleLabel);
  const twice = new Set(labels).size < labels.length;
  return `${posts.map(({ orgName, roleLabel }) => (twice ? `${orgName}${roleLabel}` : roleLabel)).join('、')}职务`;
}

export const ownText = (absence: Absence, today: string): string =>
  `${daysText(absence, today)}，由${absence.deputy.name}代行${dutiesText(absence.posts)}`;

export const standsInText = (absence: Absence, today: string): string =>
  `${daysText(absence, today)}，代行${absence.person.name}的${dutiesText(absence.posts)}`;
