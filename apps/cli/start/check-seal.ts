import type { StartConfig } from '#config/config';
import { readSealFiles } from '#config/seal-files';
import { OperatorError } from '../operator-error.ts';

/** A certificate that cannot be used is told before anything starts, and not by a worker that comes up again and again. */
export async function checkSeal({ seal, clock }: StartConfig, say: (line: string) => void): Promise<void> {
  if (!seal) return;
  const files = readSealFiles(seal);
  const { openSealer } = await import('#seal/sealer');
  const sealer = opened(() => openSealer(files));
  if (sealer.validTo < clock.now()) {
    throw new OperatorError(
      '电子印章的证书（SEAL_PFX）已过有效期，请换上新的证书，或者去掉这项设置。',
      'The certificate of SEAL_PFX has ended.',
    );
  }
  say(`文书由电子印章用印：${sealer.by}，有效期至${sealer.validTo.slice(0, 10)}。`);
}

function opened<Sealer>(open: () => Sealer): Sealer {
  try {
    return open();
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`SEAL_PFX：${told}`, 'The certificate of SEAL_PFX cannot be used.', error);
  }
}
