import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

export const sealPassword = 'Duxing-2026';
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

interface Wanted {
  from?: string;
  to?: string;
  /** The old encryption that many authorities still use. */
  algorithm?: 'aes256' | '3des';
}

/** A seal of a bureau's own making, as a file with its password. */
export function sealPfx({
  from = '2026-01-01',
  to = '2028-01-01',
  algorithm = 'aes256',
}: Wanted = {}): Buffer {
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '4a11';
  certificate.validity.notBefore = new Date(`${from}T00:00:00Z`);
  certificate.validity.notAfter = new Date(`${to}T00:00:00Z`);
  const value = '北京市医院管理局电子印章';
  const name = [{ name: 'commonName', value, valueTagClass: forge.asn1.Type.UTF8 as never }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(key, forge.md.sha256.create());
  const pfx = forge.pkcs12.toPkcs12Asn1(key, [certificate], sealPassword, { algorithm });
  return Buffer.from(forge.asn1.toDer(pfx).getBytes(), 'binary');
}
