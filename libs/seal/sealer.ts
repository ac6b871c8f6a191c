import type { X509Certificate } from 'node:crypto';
import type { Instant } from '#domain/day';
import { detachedSignature } from './cms.ts';
import { openPfx, SealUnusable } from './pfx.ts';
import { makeRoom } from './room.ts';

/** Signature, attributes and their wrapping, without the certificates. */
const besides = 3_000;

/** The seal of the bureau: a certificate with its key. It signs papers (PAdES baseline B-B), and draws nothing. */
export function openSealer({ pfx, password }: { pfx: Buffer; password: string }) {
  const credentials = openPfx(pfx, password);
  const { certificate, chain } = credentials;
  const room = [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, besides);
  return {
    /** By which certificate, in words for the record of a paper. */
    by: described(certificate),
    validTo: certificate.validToDate.toISOString(),
    async seal(pdf: Uint8Array, at: Instant): Promise<Uint8Array> {
      if (at > certificate.validToDate.toISOString() || at < certificate.validFromDate.toISOString())
        throw new SealUnusable('用印证书不在有效期内，文书没有用印；请系统管理员更换证书（SEAL_PFX）。');
      const { bytes, from, to } = makeRoom(pdf, { name: nameOf(certificate), at, room });
      // All of the file but the place of the signature and its brackets.
      const covered = Buffer.concat([bytes.subarray(0, from - 1), bytes.subarray(to + 1)]);
      const signature = await detachedSignature(covered, credentials);
      if (signature.length > room) throw new Error(`a signature of ${signature.length} bytes has no room`);
      bytes.write(signature.toString('hex'), from, 'latin1');
      return bytes;
    },
  };
}
export type Sealer = ReturnType<typeof openSealer>;

/** The part of a distinguished name after `CN=`, one part a line. */
const part = (name: string, key: string): string | undefined =>
  name
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1);

const nameOf = ({ subject }: X509Certificate): string => part(subject, 'CN') ?? part(subject, 'O') ?? subject;

const described = (certificate: X509Certificate): string =>
  `${nameOf(certificate)}，颁发者${part(certificate.issuer, 'CN') ?? '不明'}，序列号${certificate.serialNumber}`;
