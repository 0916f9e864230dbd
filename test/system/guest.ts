// A look at the server itself, not at what the program said about it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../toolchain/paths.mjs";
import { guestRun, type Server } from "../../toolchain/server/server.ts";

export class Guest {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Runs a shell script as root and gives what it printed. */
  async sh(script: string, stdin = ""): Promise<string> {
    const { code, stdout, stderr } = await guestRun(this.#server, ["sh", "-ec", script], { stdin });
    if (code !== 0) throw new Error(`on ${this.#server.name}, exit code ${code}: ${script}\n${stdout}${stderr}`);
    return stdout;
  }

  /** Properties of a unit, as systemctl(1) show has them. */
  async show(unit: string, ...properties: string[]): Promise<Record<string, string>> {
    const text = await this.sh(`systemctl show -p ${properties.join(",")} -- ${unit}`);
    return Object.fromEntries(
      text
        .trim()
        .split("\n")
        .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );
  }

  async pid(unit: string): Promise<number> {
    return Number((await this.show(unit, "MainPID")).MainPID);
  }

  /** How often systemd started the unit since the guest's journal began. */
  async starts(unit: string): Promise<number> {
    return Number(await this.sh(`journalctl -q -o cat UNIT=${unit} | grep -c '^Started ' || :`));
  }

  file(path: string): Promise<string> {
    return this.sh(`cat ${path}`);
  }

  /** All that a deployment may have put on the server: names under the folders it writes to. */
  traces(): Promise<string> {
    const folders = "/etc/systemd/system /usr/local/lib/service-unit /var/lib/service-unit /run/service-unit";
    return this.sh(`for d in ${folders}; do find $d 2>/dev/null || :; done | sort`);
  }

  /** The sample bot's code and environment file, as its owner would place them. */
  async placeBot(name: string, token: string, api: string): Promise<void> {
    const code = readFileSync(join(root, "examples", "echo-bot", "bot.py"), "utf8");
    await this.sh(`mkdir -p /opt/${name}; cat >/opt/${name}/bot.py`, code);
    await this.sh(`umask 077; cat >/opt/${name}/bot.env`, `BOT_TOKEN=${token}\nBOT_API=${api}\n`);
  }

  /** Waits until `question` is answered with yes; fails when it isn't within `seconds`. */
  async until(what: string, question: () => Promise<boolean>, seconds = 20): Promise<void> {
    for (const end = Date.now() + seconds * 1000; !(await question()); await sleep(200)) {
      if (Date.now() > end) throw new Error(`after ${seconds} s still not: ${what}`);
    }
  }
}
