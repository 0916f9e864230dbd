import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before } from "node:test";

/** A folder for the tests of a file, gone after them. Call it where hooks may be set. */
export function unitFiles(): { readonly path: (name: string) => string; readonly write: typeof write } {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "service-unit-files-"));
  });
  after(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** Writes lines, or the content as it is, and says where. */
    write: (name, content) => write(path(name), content),
  };
}

function write(path: string, content: readonly string[] | string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Array.isArray(content) ? `${content.join("\n")}\n` : (content as string | Uint8Array));
  return path;
}
