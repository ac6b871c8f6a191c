import { createHash, createVerify, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

const { asn1 } = forge;
const oids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (node: forge.asn1.Asn1) => Buffer.from(asn1.toDer(node).getBytes(), 'binary');
const parts = (node: forge.asn1.Asn1 | undefined) => (Array.isArray(node?.value) ? node.value : []);
const text = (node: forge.asn1.Asn1 | undefined) => Buffer.from(String(node?.value ?? ''), 'binary');

/** What a reader of PDFs finds out about the one signature in a file; nothing here is of the code that makes it. */
export function verified(pdf: Buffer) {
  const source = pdf.toString('latin1');
  const [, ...numbers] = /\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/u.exec(source) ?? [];
  const [start = 0, before = 0, after = 0, rest = 0] = numbers.map(Number);
  const hex = source.slice(before + 1, after - 1);
  const covered = Buffer.concat([pdf.subarray(start, start + before), pdf.subarray(after, after + rest)]);
  const signedData = parts(
    parts(asn1.fromDer(forge.util.hexToBytes(hex), { parseAllBytes: false } as never))[1],
  )[0];
  const [, , , certificates, ...others] = parts(signedData);
  const certificate = new X509Certificate(bytesOf(parts(certificates)[0]!));
  const [, , , attributes, , signature] = parts(parts(others.at(-1))[0]);
  const attribute = (oid: string) => {
    const found = parts(attributes).find((one) => asn1.derToOid(String(parts(one)[0]?.value)) === oid);
    return parts(parts(found)[1])[0];
  };
  // Signed as the set that it is, not under the tag with which it stands in its place.
  const signed = bytesOf(attributes!);
  signed[0] = 0x31;
  const certificateHash = parts(parts(parts(attribute(oids.signingCertificateV2))[0])[0])[0];
  return {
    certificate,
    /** All but the place of the signature. */
    wholeFile:
      start === 0 && after + rest === pdf.length && source[before] === '<' && source[after - 1] === '>',
    gap: after - before,
    digestMatches: text(attribute(oids.messageDigest)).toString('hex') === sha256(covered),
    signatureHolds: createVerify('sha256').update(signed).verify(certificate.publicKey, text(signature)),
    namesItsCertificate: text(certificateHash).toString('hex') === sha256(certificate.raw),
    attributes: parts(attributes).map((one) => asn1.derToOid(String(parts(one)[0]?.value))),
  };
}
export const baseline = [oids.contentType, oids.messageDigest, oids.signingCertificateV2];

/** Whether the file is what was signed. */
export function holds(pdf: Buffer): boolean {
  const { wholeFile, digestMatches, signatureHolds, namesItsCertificate } = verified(pdf);
  return wholeFile && digestMatches && signatureHolds && namesItsCertificate;
}
