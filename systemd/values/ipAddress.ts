/** The version of an address of IP as inet_pton(3) reads it: 4 or 6, or undefined for what is none. */
export function ipVersion(text: string): 4 | 6 | undefined {
  if (isFour(text)) return 4;
  return isSix(text) ? 6 : undefined;
}

function isFour(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}

function isSix(text: string): boolean {
  const [, before = "", four] = /^(.*:)([0-9.]*\.[0-9.]*)$/s.exec(text) ?? [];
  // The last two groups may be written as an address of version 4.
  if (four !== undefined) return isFour(four) && isSix(`${before}0:0`);
  const [left = "", right, ...more] = text.split("::");
  if (more.length > 0) return false;
  const groups = [left, right ?? ""].flatMap((half) => (half === "" ? [] : half.split(":")));
  if (right === undefined ? groups.length !== 8 : groups.length > 7) return false;
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
}
