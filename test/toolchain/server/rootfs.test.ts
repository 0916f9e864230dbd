import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { debianSources } from "../../../toolchain/server/rootfs.ts";

describe("debianSources", () => {
  it("keeps Debian's main of the suite, its updates and its security fixes, each once, and nobody else's", () => {
    const targets = [
      "Debian bookworm main http://mirror.example/debian/",
      "Debian bookworm main http://mirror.example/debian/",
      "Debian bookworm contrib http://mirror.example/debian/",
      "Debian bookworm-security main https://mirror.example/debian-security/",
      "Debian trixie main http://mirror.example/debian/",
      "Some-Vendor bookworm main https://vendor.example/apt/",
      "",
    ];
    assert.deepEqual(debianSources(targets.join("\n")), [
      "deb http://mirror.example/debian/ bookworm main",
      "deb https://mirror.example/debian-security/ bookworm-security main",
    ]);
  });

  it("gives nothing when the suite itself is not among them: security fixes alone make no system", () => {
    assert.deepEqual(debianSources("Debian bookworm-security main http://mirror.example/debian-security/\n"), []);
  });

  it("gives nothing for a mirror that a guest can't reach, such as a folder of this machine", () => {
    assert.deepEqual(debianSources("Debian bookworm main file:/srv/mirror/\n"), []);
  });
});
