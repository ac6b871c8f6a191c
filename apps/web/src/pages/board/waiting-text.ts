import type { BoardPair } from './board-filter.ts';

/** Both hospitals are named beside it: their side says enough. `宣武医院 医院联络员` → `帮带医院联络员`. */
export function waitingText({ waitingFor, pilot, assisted }: BoardPair): string {
  const named = (text: string, name: string, side: string) =>
    text.startsWith(`${name} 医院`) ? side + text.slice(`${name} 医院`.length) : text;
  return named(named(waitingFor ?? '', assisted, '帮带医院'), pilot, '试点医院');
}
