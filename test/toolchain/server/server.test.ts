import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { groupName } from "../../../toolchain/server/nspawn.ts";
import { findProcesses, signalProcess } from "../../../toolchain/server/processes.ts";
import { mountsUnder } from "../../../toolchain/server/removeTree.ts";
import {
  findServer,
  guestRun,
  listServers,
  powerOff,
  rebootServer,
  removeServer,
  type Server,
  startServer,
  stopServer,
} from "../../../toolchain/server/server.ts";
import { sshCommand } from "../../../toolchain/server/sshCommand.ts";

const able = process.platform === "linux" && process.getuid?.() === 0;
const source = new URL("../../../toolchain/server/server.ts", import.meta.url).href;
const [alpha, beta, gamma] = ["test-alpha", "test-beta", "test-gamma"];

/** Logs in with the ssh client, as `npm run server -- shell` does. */
function ssh(server: Server, command: string): { code: number | null; stdout: string; stderr: string } {
  const [program = "", ...args] = sshCommand(server, [command]);
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", timeout: 20_000 });
  return { code: status, stdout, stderr };
}

async function inGuest(server: Server, ...argv: string[]): Promise<string> {
  const { stdout, stderr, code } = await guestRun(server, argv);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
  return stdout.trim();
}

const bootId = (server: Server): Promise<string> => inGuest(server, "cat", "/proc/sys/kernel/random/boot_id");

function roles(server: { folder: string }): string[] {
  return findProcesses(server.folder)
    .map(({ role }) => role)
    .filter((role) => role !== "guest")
    .sort();
}

/** Starts a server in another process, and kills that one when the step begins. */
async function killedAt(name: string, step: string, delay: number): Promise<void> {
  const script = `import { startServer } from ${JSON.stringify(source)};
    await startServer(${JSON.stringify(name)}, { onStep: (text) => console.log(text) });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script]);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (text.includes(step)) setTimeout(() => child.kill("SIGKILL"), delay);
  });
  const [, signal] = await once(child, "exit");
  assert.equal(signal, "SIGKILL", `the start was over before "${step}" + ${delay} ms`);
}

describe("the throwaway server", { skip: !able && "needs Linux and root" }, () => {
  let one: Server;
  let two: Server;

  before(async () => {
    for (const name of [alpha, beta, gamma]) await removeServer(name);
    one = await startServer(alpha);
  });
  after(async () => {
    for (const name of [alpha, beta, gamma]) await removeServer(name);
  });

  it("is made a second time, with the root file system there, in under 5 s, beside the first one", async () => {
    const times: number[] = [];
    // A machine that is busy with something else may need a second or third try.
    while (times.length < 3 && Math.min(...times) >= 5000) {
      await removeServer(beta);
      const steps: string[] = [];
      const began = Date.now();
      two = await startServer(beta, { onStep: (text) => steps.push(text) });
      times.push(Date.now() - began);
      assert.deepEqual(steps, [`making server "${beta}"`, `booting server "${beta}"`]);
    }
    assert.ok(Math.min(...times) < 5000, `it took ${times.join(", ")} ms`);
    assert.notEqual(two.port, one.port);
    assert.notEqual(two.hostKey, one.hostKey);
    assert.notEqual(two.privateKey, one.privateKey);
    assert.notEqual(await inGuest(two, "cat", "/etc/machine-id"), await inGuest(one, "cat", "/etc/machine-id"));
    assert.deepEqual([await inGuest(one, "hostname"), await inGuest(two, "hostname")], [alpha, beta]);
  });

  it("has not one failed unit, and is up altogether", async () => {
    assert.equal(await inGuest(one, "systemctl", "is-system-running", "--wait"), "running");
  });

  it("is returned as it is when it runs", async () => {
    const before = await bootId(one);
    assert.deepEqual(await startServer(alpha), one);
    assert.equal(await bootId(one), before);
    assert.deepEqual(findServer(alpha), one);
    assert.deepEqual(
      listServers().filter(({ name }) => name === alpha),
      [one],
    );
  });

  it("lets deploy in by its key, with the host key pinned, and become root without a password", () => {
    const command = "id -un; sudo -n true && sudo -n id -un; hostname";
    assert.deepEqual(ssh(one, command), { code: 0, stdout: `deploy\nroot\n${alpha}\n`, stderr: "" });
  });

  it("is refused by ssh when it has another host key than the pinned one", () => {
    const folder = mkdtempSync(join(tmpdir(), "service-unit-"));
    const pinned = `[127.0.0.1]:${one.port} ${two.hostKey}\n`;
    writeFileSync(join(folder, "known_hosts"), pinned);
    const { code, stdout, stderr } = ssh({ ...one, folder }, "id -un");
    assert.deepEqual({ code, stdout }, { code: 255, stdout: "" });
    assert.match(stderr, /Host key verification failed\.\r\n$/);
    assert.equal(readFileSync(join(folder, "known_hosts"), "utf8"), pinned);
    rmSync(folder, { recursive: true });
  });

  it("lets in neither another key, nor root, nor a password", () => {
    const denied = { code: 255, stdout: "" };
    const { stderr: _, ...otherKey } = ssh({ ...one, privateKeyFile: two.privateKeyFile }, "id -un");
    assert.deepEqual(otherKey, denied);
    const root = ssh({ ...one, user: "root" as "deploy" }, "id -un");
    assert.deepEqual(root, { ...denied, stderr: `root@127.0.0.1: Permission denied (publickey).\r\n` });
  });

  it("has a user for bots, who can't log in, and a whole Python", async () => {
    assert.equal(
      await inGuest(one, "getent", "passwd", "bot").then((line) => line.split(":").slice(5).join(":")),
      "/home/bot:/usr/sbin/nologin",
    );
    assert.equal(await inGuest(one, "python3", "-c", "import json, ssl, urllib.request, http.server; print(1)"), "1");
  });

  it("runs commands as root inside, with input, both outputs, the exit code and a time limit", async () => {
    const script = "cat; id -un; echo oops >&2; exit 3";
    const ran = await guestRun(one, ["sh", "-c", script], { stdin: "fed\n" });
    assert.deepEqual(ran, { stdout: "fed\nroot\n", stderr: "oops\n", code: 3 });
    const late = await guestRun(one, ["sh", "-c", "echo began; sleep 30"], { timeoutSeconds: 1 });
    assert.deepEqual(late, { stdout: "began\n", stderr: "", code: 137 });
    // What a shutdown does to all processes.
    const stopAll = "kill -STOP -1; sleep 0.2; kill -CONT -1; echo on";
    const stopped = await guestRun(one, ["sh", "-c", stopAll], { timeoutSeconds: 2 });
    assert.deepEqual(stopped, { stdout: "on\n", stderr: "", code: 0 });
  });

  it("keeps to its own control group: what one stops goes on in the other", async () => {
    const unit = ["--unit=probe", "--property=Type=exec", "sleep", "60"];
    for (const server of [one, two]) assert.equal((await guestRun(server, ["systemd-run", ...unit])).code, 0);
    await inGuest(one, "systemctl", "stop", "probe.service");
    assert.equal(await inGuest(two, "systemctl", "is-active", "probe.service"), "active");
    const group = (server: Server): string | undefined => {
      const init = findProcesses(server.folder).find(({ role }) => role === "init");
      return readFileSync(`/proc/${init?.pid}/cgroup`, "utf8")
        .split("\n")
        .find((line) => line.startsWith("0::"));
    };
    assert.notEqual(group(one), group(two));
  });

  it("comes back from a reboot with its disk and its journal", async () => {
    const before = await bootId(one);
    assert.equal(ssh(one, "echo kept > note").code, 0);
    // A killed command that nobody reaps would make the shutdown wait for it, 10 s.
    assert.equal((await guestRun(one, ["sleep", "30"], { timeoutSeconds: 1 })).code, 137);
    const began = Date.now();
    await rebootServer(one);
    assert.ok(Date.now() - began < 9_000, `it took ${Date.now() - began} ms`);
    assert.notEqual(await bootId(one), before);
    assert.deepEqual(ssh(one, "cat note"), { code: 0, stdout: "kept\n", stderr: "" });
    const boots = await inGuest(one, "journalctl", "--list-boots", "--no-pager");
    assert.ok(boots.includes(before.replaceAll("-", "")), boots);
  });

  it("comes back by itself from a reboot that was asked for over SSH", async () => {
    const before = await bootId(one);
    const pid = (): number | undefined => findProcesses(one.folder).find(({ role }) => role === "init")?.pid;
    const old = pid();
    ssh(one, "sudo reboot");
    const deadline = Date.now() + 15_000;
    while (pid() === undefined || pid() === old) {
      assert.ok(Date.now() < deadline, "it did not come back");
      await sleep(20);
    }
    assert.deepEqual(await startServer(alpha), one);
    assert.notEqual(await bootId(one), before);
    assert.deepEqual(ssh(one, "cat note"), { code: 0, stdout: "kept\n", stderr: "" });
  });

  it("is gone at once when its power is cut, and starts again with its disk, its keys and its port", async () => {
    await powerOff(one);
    assert.deepEqual(findProcesses(one.folder), []);
    assert.equal(ssh(one, "true").code, 255);
    assert.deepEqual(await startServer(alpha), one);
    assert.deepEqual(ssh(one, "cat note"), { code: 0, stdout: "kept\n", stderr: "" });
  });

  it("does not live on without its keeper or its systemd-nspawn", async () => {
    for (const victim of ["nspawn", "keeper"]) {
      const target = findProcesses(one.folder).find(({ role }) => role === victim);
      assert.ok(target, `no ${victim}`);
      signalProcess(target, "SIGKILL");
      const deadline = Date.now() + 5_000;
      while (findProcesses(one.folder).length > 0) {
        assert.ok(Date.now() < deadline, `still there: ${roles(one)}`);
        await sleep(20);
      }
      assert.deepEqual(await startServer(alpha), one);
    }
  });

  it("is booted anew when it runs but lets nobody in", { timeout: 40_000 }, async () => {
    const before = await bootId(one);
    await inGuest(one, "systemctl", "stop", "ssh.service");
    assert.deepEqual(await startServer(alpha), one);
    assert.notEqual(await bootId(one), before);
  });

  it("shuts down in good order, and starts again on the same port", async () => {
    await inGuest(two, "systemctl", "enable", "--quiet", "--now", "ssh.service");
    await stopServer(beta);
    assert.deepEqual(findProcesses(two.folder), []);
    const console = readFileSync(join(two.folder, "console.log"), "utf8");
    assert.match(console, /Halting system\./);
    assert.deepEqual(await startServer(beta), two);
    assert.deepEqual(roles(two), ["init", "keeper", "nspawn", "supervisor"]);
  });

  it("moves to a free port when a stranger has taken its own, and says so", async () => {
    await stopServer(beta);
    const stranger = spawn("python3", ["-m", "http.server", "--bind", "127.0.0.1", String(two.port)], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    try {
      while ((await fetch(`http://127.0.0.1:${two.port}/`).catch(() => undefined)) === undefined);
      const steps: string[] = [];
      const moved = await startServer(beta, { onStep: (text) => steps.push(text) });
      assert.deepEqual(moved, { ...two, port: moved.port });
      assert.deepEqual(steps, [
        `server "${beta}" moves from port ${two.port} to ${moved.port}`,
        `booting server "${beta}"`,
      ]);
      assert.equal(ssh(moved, "hostname").stdout, `${beta}\n`);
    } finally {
      stranger.kill();
    }
  });

  it("refuses a port that is taken", async () => {
    await assert.rejects(
      startServer(gamma, { port: one.port }),
      new Error(`port ${one.port} is taken; choose another one for the server`),
    );
    assert.equal(findServer(gamma), undefined);
  });

  it("is made once when two start it at the same time", async () => {
    await removeServer(gamma);
    const [first, second] = await Promise.all([startServer(gamma), startServer(gamma)]);
    assert.deepEqual(first, second);
    assert.deepEqual(roles(first), ["init", "keeper", "nspawn", "supervisor"]);
    assert.deepEqual(ssh(first, "hostname"), { code: 0, stdout: `${gamma}\n`, stderr: "" });
  });

  for (const { step, delay } of [
    { step: "making", delay: 120 },
    { step: "booting", delay: 50 },
  ]) {
    it(`starts after its starter was killed ${delay} ms into "${step}"`, async () => {
      await removeServer(gamma);
      await killedAt(gamma, step, delay);
      const server = await startServer(gamma);
      assert.deepEqual(ssh(server, "hostname"), { code: 0, stdout: `${gamma}\n`, stderr: "" });
      assert.deepEqual(roles(server), ["init", "keeper", "nspawn", "supervisor"]);
    });
  }

  it("starts although its record was lost while it ran, as a new server", async () => {
    const before = findServer(gamma);
    assert.ok(before !== undefined);
    rmSync(join(before.folder, "server.json"));
    const server = await startServer(gamma);
    assert.notEqual(server.hostKey, before.hostKey);
    assert.deepEqual(roles(server), ["init", "keeper", "nspawn", "supervisor"]);
  });

  it("leaves nothing when it is removed: no process, mount, control group or folder", async () => {
    const { folder } = one;
    await removeServer(alpha);
    assert.deepEqual(findProcesses(folder), []);
    assert.equal(
      readFileSync("/proc/net/tcp", "utf8").includes(
        `0100007F:${one.port.toString(16).toUpperCase()} 00000000:0000 0A`,
      ),
      false,
    );
    assert.deepEqual(mountsUnder(folder, readFileSync("/proc/self/mountinfo", "utf8")), []);
    for (const hierarchy of ["", "unified/", "systemd/"])
      assert.equal(existsSync(`/sys/fs/cgroup/${hierarchy}${groupName(folder)}`), false);
    assert.equal(existsSync(folder), false);
    assert.equal(existsSync(`/run/systemd/nspawn/propagate/${alpha}`), false);
    assert.equal(findServer(alpha), undefined);
    assert.equal(existsSync(two.folder), true);
    await removeServer(alpha);
  });

  it("is removed when somebody has deleted its folder while it ran", async () => {
    const folder = findServer(gamma)?.folder ?? assert.fail("it was never made");
    rmSync(folder, { recursive: true });
    assert.deepEqual(roles({ folder }), ["keeper", "nspawn", "supervisor"]);
    await removeServer(gamma);
    assert.deepEqual(findProcesses(folder), []);
  });

  it("takes no other process for its own", async () => {
    const bystander = spawn("sleep", ["30"]);
    const option = `--directory=${join(two.folder, "disk")}`;
    const talker = spawn("python3", ["-c", "import time; print(1, flush=True); time.sleep(30)", option]);
    await once(talker.stdout, "data");
    assert.ok(bystander.pid !== undefined);
    // The number of a process that ended, given to another one since.
    signalProcess({ pid: bystander.pid, role: "nspawn", startTime: "1" }, "SIGKILL");
    assert.equal(
      findProcesses(two.folder).some(({ pid }) => pid === talker.pid),
      false,
    );
    await sleep(200);
    assert.deepEqual([bystander.signalCode, talker.signalCode], [null, null]);
    bystander.kill();
    talker.kill();
  });
});
