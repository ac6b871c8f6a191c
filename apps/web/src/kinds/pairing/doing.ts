import type { PairingBody } from '../../api/bureau-types.ts';
import type { KindSectionProps } from '../index.ts';

/** A part of the page from which acts are begun. */
export interface Doing {
  body: PairingBody;
  /** Opens the panel of an action with what is known already. */
  act: KindSectionProps['act'];
  may: (action: string) => boolean;
}
