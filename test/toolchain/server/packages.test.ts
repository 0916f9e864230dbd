import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { ensurePackages, missingPackages } from "../../../toolchain/server/packages.ts";

/** What comes with Debian itself differs between machines; the programs don't count as there without a PATH. */
const keyring = "debian-archive-keyring";
const programs = ["mmdebstrap", "systemd-container", "openssh-client", "mount", "util-linux"];
const path = process.env.PATH;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "service-unit-"));
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

function program(name: string, text: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

describe("missingPackages", () => {
  it("names the package of each program that PATH doesn't have, once", () => {
    assert.deepEqual(
      missingPackages().filter((name) => name !== keyring),
      programs,
    );
  });

  it("takes a program for missing that can't be executed", () => {
    for (const name of ["mmdebstrap", "systemd-nspawn", "ssh", "mount", "flock", "unshare", "nsenter"])
      program(name, "");
    writeFileSync(join(folder, "setpriv"), "", { mode: 0o644 });
    assert.deepEqual(
      missingPackages().filter((name) => name !== keyring),
      ["util-linux"],
    );
  });
});

describe("ensurePackages", () => {
  const missing = (): string => missingPackages().join(" ");

  it("says what to install where there is no apt-get, and does nothing", async () => {
    const steps: string[] = [];
    await assert.rejects(
      ensurePackages((text) => steps.push(text)),
      new Error(
        "the throwaway server needs packages that are missing here; " +
          `install them with your package manager: ${missing()}`,
      ),
    );
    assert.deepEqual(steps, []);
  });

  it("updates the lists when the first attempt fails, and shows the last words of apt-get when both do", {
    skip: process.getuid?.() !== 0 && "needs root",
  }, async () => {
    program("apt-get", `echo "E: can't $1" >&2; exit 100`);
    const steps: string[] = [];
    const names = missing();
    await assert.rejects(
      ensurePackages((text) => steps.push(text)),
      new Error(`apt-get could not install ${names} (exit code 100):\nE: can't install`),
    );
    const install = `installing Debian packages: ${names}`;
    assert.deepEqual(steps, [install, "updating the lists of Debian packages", install]);
  });
});
