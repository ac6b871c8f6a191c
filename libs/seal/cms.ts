import { createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { curveOf, type Credentials } from './pfx.ts';

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/**
 * A detached CAdES signature as PAdES baseline B-B asks (ETSI EN 319 142-1, 6.3): no signing-time, whose place is /M of the
 * PDF, and signing-certificate-v2, so that nobody puts another certificate of the same key under it.
 */
export async function detachedSignature(content: Uint8Array, credentials: Credentials): Promise<Buffer> {
  const { key, certificate, chain } = credentials;
  const certificates = [certificate, ...chain].map(({ raw }) => Certificate.fromBER(raw));
  const [own] = certificates as [Certificate];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: attributesOf(content, certificate.raw),
        }),
      }),
    ],
  });
  await signed.sign(await signingKey(key), 0, 'SHA-256');
  const info = new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}

/** In the order of their bytes, as DER wants a set. SHA-256 is what signing-certificate-v2 takes where it names none. */
function attributesOf(content: Uint8Array, certificate: Uint8Array): Attribute[] {
  const certId = new Sequence({ value: [new OctetString({ valueHex: sha256(certificate) })] });
  const values: [type: string, value: object][] = [
    [oid.contentType, new ObjectIdentifier({ value: oid.data })],
    [oid.messageDigest, new OctetString({ valueHex: sha256(content) })],
    [oid.signingCertificateV2, new Sequence({ value: [new Sequence({ value: [certId] })] })],
  ];
  const bytesOf = (one: Attribute) => Buffer.from(one.toSchema().toBER());
  return values
    .map(([type, value]) => new Attribute({ type, values: [value] }))
    .sort((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)));
}

function signingKey(key: Credentials['key']): Promise<CryptoKey> {
  const namedCurve = curveOf(key);
  const algorithm = namedCurve
    ? { name: 'ECDSA', namedCurve }
    : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const bytes = key.export({ format: 'der', type: 'pkcs8' });
  return crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
}
