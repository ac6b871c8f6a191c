import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

export interface Credentials {
  key: KeyObject;
  certificate: X509Certificate;
  /** Those above it, as far as the file has them. */
  chain: X509Certificate[];
}

/** Its message is a sentence for the operator. */
export class SealUnusable extends Error {
  override readonly name = 'SealUnusable';
}

const { oids } = forge.pki;

/** What a certificate file (PKCS#12: .pfx, .p12) holds: old encryption too, as many authorities still hand it out. */
export function openPfx(bytes: Buffer, password: string): Credentials {
  const file = parsed(bytes, password);
  const keys = [...bagsOf(file, oids['pkcs8ShroudedKeyBag']), ...bagsOf(file, oids['keyBag'])].map(keyOf);
  const certificates = bagsOf(file, oids['certBag']).map(certificateOf);
  const [key, ...more] = keys;
  if (!key) throw new SealUnusable('证书文件里没有私钥。');
  if (more.length > 0) throw new SealUnusable('证书文件里有几把私钥，分不清用哪一把。');
  const certificate = certificates.find((one) => one.checkPrivateKey(key));
  if (!certificate) throw new SealUnusable('证书文件里没有与私钥对应的证书。');
  return { key, certificate, chain: certificates.filter((one) => one !== certificate) };
}

function parsed(bytes: Buffer, password: string): forge.pkcs12.Pkcs12Pfx {
  try {
    const der = forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('binary')));
    return forge.pkcs12.pkcs12FromAsn1(der, false, password);
  } catch {
    // What failed could quote the file.
    throw new SealUnusable('证书文件打不开：口令不对，或者不是PFX（PKCS#12）文件。');
  }
}

const bagsOf = (file: forge.pkcs12.Pkcs12Pfx, bagType: string | undefined): forge.pkcs12.Bag[] =>
  bagType === undefined ? [] : (file.getBags({ bagType })[bagType] ?? []);

const derOf = (given: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(given).getBytes(), 'binary');

/** Of keys other than RSA the library gives the bytes only. */
function keyOf({ key, asn1 }: forge.pkcs12.Bag): KeyObject {
  const plain = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1;
  try {
    const read = createPrivateKey({ key: derOf(plain), format: 'der', type: 'pkcs8' });
    if (read.asymmetricKeyType === 'rsa' || curveOf(read)) return read;
  } catch {
    // A sort of key that OpenSSL doesn't know either.
  }
  throw new SealUnusable('证书的密钥类型不支持：应为RSA，或者P-256、P-384、P-521椭圆曲线。');
}

function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): X509Certificate {
  return new X509Certificate(derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1));
}

const curves: Record<string, string> = { prime256v1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521' };

export const curveOf = (key: KeyObject): string | undefined =>
  key.asymmetricKeyType === 'ec' ? curves[key.asymmetricKeyDetails?.namedCurve ?? ''] : undefined;
