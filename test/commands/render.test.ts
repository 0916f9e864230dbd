import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { renderBots } from "../../commands/renderBots.ts";
import { renderCommand } from "../../commands/renderCommand.ts";
import { loadStack, parseStack } from "../../stacks/loadStack.ts";
import { renderUnit } from "../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../systemd/policy/botUnit.ts";

const command = ["--import", "tsx", "commands/render.ts"];

const head = `hosts:
  vps: { address: 203.0.113.10, user: deploy, hostKey: { config: vpsHostKey }, agent: true }
`;

const shared = "# What all have\ndefaults:\n  user: bots\n";

function render(text: string, why: boolean): string {
  const { bots, merged } = parseStack(`${head}${text}`, "stacks/test.yaml", () => shared);
  return renderBots(
    bots.map((bot, index) => ({ bot, merged: merged[index] ?? assert.fail() })),
    why,
  );
}

describe("render", () => {
  it("prints each unit of a stack under its name and host", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...command, "production"], { encoding: "utf8" });
    const { bots } = loadStack("stacks/production.yaml");
    assert.ok(bots.length > 1);
    const texts = bots.map(
      ({ name, unitName, host, parameters }) => `# ${unitName} on ${host}\n\n${renderUnit(botUnit(name, parameters))}`,
    );
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: texts.join("\n"), stderr: "" });
  });

  it("prints one bot's unit alone, as it would stand on the server", () => {
    const { bots } = loadStack("stacks/production.yaml");
    const { name, parameters } = bots.find(({ name }) => name === "reminders") ?? assert.fail();
    const out = renderUnit(botUnit(name, parameters));
    assert.deepEqual(renderCommand(["production", "reminders"]), { out, err: "", code: 0 });
  });

  it("says where each line comes from: the default, or the place in the file", () => {
    const text = `defaults:
  host: vps
  user: bot
  hardening: safe
bots:
  echo:
    type: null
    workingDirectory: /opt/echo
    environment: { A: 1, B: 2 }
    python: { script: bot.py }
    service: { RestartSec: 5 }
    wants: [a.service, b.service]
`;
    const all = render(text, true);
    assert.equal(
      all.replace(/(?<=NoNewPrivileges=yes\n)(?:[A-Za-z]+=.*\n)+/, "…\n"),
      `[Unit]
# default
Description=echo
# wants[0] (stacks/test.yaml:14:13)
Wants=a.service
# wants[1] (stacks/test.yaml:14:24)
Wants=b.service
# default
StartLimitIntervalSec=15min
StartLimitBurst=30

[Service]
# user (stacks/test.yaml:5:3)
User=bot
# workingDirectory (stacks/test.yaml:10:5)
WorkingDirectory=/opt/echo
# environment.A (stacks/test.yaml:11:20)
Environment=A=1
# environment.B (stacks/test.yaml:11:26)
Environment=B=2
# python (stacks/test.yaml:12:5)
Environment=PYTHONUNBUFFERED=1
ExecStart=/opt/echo/venv/bin/python3 bot.py
# default
SyslogIdentifier=%N
Restart=always
RestartPreventExitStatus=200 203 216 217
TimeoutStopSec=20
# hardening (stacks/test.yaml:6:3)
NoNewPrivileges=yes
…
# service.RestartSec (stacks/test.yaml:13:16)
RestartSec=5

[Install]
# default
WantedBy=multi-user.target
`,
    );
    assert.equal(all.replaceAll(/^#.*\n/gm, ""), render(text, false));
  });

  it("names the file that a stack extends where a line comes from there", () => {
    const own = "bots: { echo: { host: vps, workingDirectory: /opt, execStart: /bin/echo } }";
    assert.match(
      render(`extends: ./shared/bots.yaml\n${own}`, true),
      /^# user \(stacks\/shared\/bots\.yaml:3:3\)\nUser=bots$/m,
    );
  });

  it("prints nothing for a stack without bots", () => {
    assert.equal(render("bots: {}\n", false), "");
  });

  it("ends with 1 for a stack or a bot that isn't there, and names those that are", () => {
    assert.deepEqual(renderCommand(["prodution"]), {
      out: "",
      err: "error: no stacks/prodution.yaml; there are: local, production, staging\n",
      code: 1,
    });
    assert.deepEqual(renderCommand(["production", "ecko"]), {
      out: "",
      err: 'error: stacks/production.yaml: has no bot "ecko"; the bots are echo, reminders, shop\n',
      code: 1,
    });
  });

  it("ends with 2 for a wrong call, and says how to call it", () => {
    const { out: usage, ...rest } = renderCommand(["--help"]);
    assert.deepEqual(rest, { err: "", code: 0 });
    assert.match(usage, /^usage: npm run -s render -- STACK \[BOT\] \[--why\]\n/);
    const wrong = (message: string) => ({ out: "", err: `${message}\n\n${usage}`, code: 2 });
    assert.deepEqual(renderCommand([]), wrong("expected the name of a stack"));
    assert.deepEqual(renderCommand(["a", "b", "c"]), wrong("expected one bot or none, received 2"));
    const { err, code } = renderCommand(["production", "--wat"]);
    assert.equal(code, 2);
    assert.match(err, /^Unknown option '--wat'/);
  });

  it("is quiet when nobody reads on", async () => {
    const child = spawn(process.execPath, [...command, "production"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
    assert.deepEqual(await once(child, "close"), [0, null]);
    assert.equal(errors, "");
  });
});

it("prints what the README shows", () => {
  const { out } = renderCommand(["staging", "reminders", "--why"]);
  const shown =
    /render -- staging reminders --why\n((?: {4}.*\n|\n(?= {4}))+)/.exec(readFileSync("README.md", "utf8"))?.[1] ?? "";
  const [head = "", foot = ""] = shown.replaceAll(/^ {4}/gm, "").split("… (16 more lines)\n");
  const left = out.slice(head.length, out.length - foot.length);
  assert.equal(`${head}${left}${foot}`, out);
  assert.equal(left.split("\n").length - 1, 16);
});
