const keyTypes = ["ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521"];

/**
 * Why this is not a host's public key as one line of authorized_keys without options (`ssh-ed25519 AAAA…`, a comment may follow);
 * undefined if it is. Wants the key itself, as a fingerprint can't be pinned by the command provider.
 */
export function hostKeyProblem(line: string): string | undefined {
  if (/[\n\r]/.test(line)) return "has several lines: give one key";
  const [type = "", base64 = ""] = line.trim().split(/[ \t]+/);
  if (type.startsWith("SHA256:")) return "is a fingerprint: give the key itself, as ssh-keyscan prints it";
  if (!keyTypes.includes(type)) {
    if (keyTypes.includes(base64))
      return `starts with the host's name, as ssh-keyscan prints it: drop ${JSON.stringify(type)}`;
    return `starts with ${JSON.stringify(type.slice(0, 40))}, which is no key type of these: ${keyTypes.join(", ")}`;
  }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return `has no base64 after ${type}`;
  const fields = sshStrings(Buffer.from(base64, "base64"));
  if (fields === undefined || fields.length < 2)
    return `is cut short or damaged: the base64 after ${type} is no whole key`;
  const inner = fields[0]?.toString("latin1") ?? "";
  if (inner !== type) return `says ${type}, but its base64 is a key of another type`;
  if (type === "ssh-ed25519" && fields[1]?.length !== 32) return "is damaged: an Ed25519 key has 32 bytes";
  return undefined;
}

// RFC 4251, section 5: a row of byte strings, each after its length in four bytes.
function sshStrings(blob: Buffer): Buffer[] | undefined {
  const fields: Buffer[] = [];
  let position = 0;
  while (position < blob.length) {
    if (position + 4 > blob.length) return undefined;
    const end = position + 4 + blob.readUInt32BE(position);
    if (end > blob.length) return undefined;
    fields.push(blob.subarray(position + 4, end));
    position = end;
  }
  return fields;
}
