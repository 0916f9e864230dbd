import { specifierProblem } from "../systemd/grammar/specifierProblem.ts";
import { valueProblem } from "../systemd/grammar/valueProblem.ts";

/** Why systemd would not take this for an absolute path, as the end of a sentence; undefined if it does. */
export function pathProblem(path: string): string | undefined {
  const problem = valueProblem(path) ?? specifierProblem(path);
  if (problem) return problem;
  if (path.startsWith("~"))
    return `is ${JSON.stringify(path)}, but systemd does not know "~" here: write the whole path`;
  // %h, %t, %S and the like are absolute paths themselves.
  if (!/^(?:\/|%[CdEhLStTV](?:\/|$))/.test(path)) return `is no absolute path: ${JSON.stringify(path.slice(0, 60))}`;
  const parts = path.split("/");
  if (parts.includes("..")) return `has ".." in it, which systemd refuses: ${JSON.stringify(path.slice(0, 60))}`;
  if (Buffer.byteLength(path) > 4095) return "is longer than 4095 bytes";
  return parts.some((part) => Buffer.byteLength(part) > 255) ? "has a name of more than 255 bytes" : undefined;
}

/** As {@link pathProblem} for WorkingDirectory=: `-` before the path, or `~` alone, are right, too. systemd.exec(5). */
export function folderProblem(path: string): string | undefined {
  const plain = path.replace(/^-/, "");
  return plain === "~" ? undefined : pathProblem(plain);
}

/** Why this is no name of a folder that systemd makes below /run, /var/lib and so on. systemd.exec(5), RuntimeDirectory=. */
export function nameProblem(name: string): string | undefined {
  const problem = specifierProblem(name);
  if (problem) return problem;
  const good =
    /^[A-Za-z0-9_.%-]+(?:\/[A-Za-z0-9_.%-]+)*$/.test(name) && !name.split("/").some((part) => /^\.\.?$/.test(part));
  return good ? undefined : `is no plain name of a folder: ${JSON.stringify(name.slice(0, 60))}`;
}
