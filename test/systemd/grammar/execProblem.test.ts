import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { argvProblem, type ExecProblem, execLineProblem } from "../../../systemd/grammar/execProblem.ts";
import { parseUnit } from "../../../systemd/grammar/parseUnit.ts";

const wrong = (text: string): ExecProblem => ({ rule: "wrong-value", text });
const start = (word: string) => `has to start with the absolute path of a program, not with ${JSON.stringify(word)}`;
const relative = (word: string, advice = ""): ExecProblem => ({ rule: "relative-path", text: start(word) + advice });
const tilde = 'systemd does not know "~" here, write the whole path';
const shell = (word: string): ExecProblem => ({
  rule: "shell-syntax",
  text: `has ${JSON.stringify(word)}, but no shell reads it: run a script, or /bin/sh -c '…'`,
});
const variable = (word: string): ExecProblem => ({
  rule: "shell-syntax",
  text: `starts with ${JSON.stringify(word)}, which only a shell knows: variables are set by Environment=`,
});
const redirection = (word: string): ExecProblem => ({
  rule: "shell-syntax",
  text: `has ${JSON.stringify(word)}, but no shell reads it: a file for the output is StandardOutput=append:/PATH`,
});
const source: ExecProblem = {
  rule: "shell-syntax",
  text: 'starts with "source", which only a shell knows: a virtual environment needs only its own bin/python as the program',
};
const spaced = (program: string) =>
  wrong(`has all of ${JSON.stringify(program)} for its program: quotes make one word, and belong around each`);
const placeholder = (word: string) =>
  wrong(`has ${JSON.stringify(word)}, a placeholder that the real thing belongs in`);
const semicolon = (word: string): ExecProblem => ({
  rule: "shell-syntax",
  text: `has ${JSON.stringify(word)}, but no shell reads it: leave the ";" out, or give it a space before to start another command`,
});
const cd: ExecProblem = {
  rule: "shell-syntax",
  text: 'starts with "cd", which only a shell knows: the folder to run in is WorkingDirectory=',
};
const quoteInName = wrong("names a program with a quote, a backslash or a control character, which systemd can't run");
const nameless = wrong("has the prefix @ but no second word, which would be the name of the process");
const prefix = (text: string) =>
  wrong(`starts with ${JSON.stringify(text)}, which is no combination of systemd's prefixes - @ : + ! !!`);

describe("execLineProblem", () => {
  const lines: readonly [line: string, problem: ExecProblem | undefined][] = [
    ["/usr/bin/python3 bot.py", undefined],
    ["python3 bot.py", undefined],
    ["-@:+/usr/bin/x argv0", undefined],
    ["!!/usr/bin/x", undefined],
    ['"/opt/my bot/run" x', undefined],
    ['/opt/"my bot"/run', undefined],
    ["/bin/sh -c 'a && b | c > d; e $(f)'", undefined],
    ["/bin/kill -HUP $MAINPID", undefined],
    ["%h/bin/bot", undefined],
    ["/bin/a ; /bin/b", undefined],
    ["/bin/a \\; b", undefined],
    ["/usr/bin/x --format=a|b --url=http://e.org/?a=1&b=2", undefined],
    ["/usr/bin/x %h/%n 100%% 5%", undefined],
    ["/usr/bin/x %h ", wrong("starts or ends with white space, which systemd strips")],
    ["/usr/bin/x %z", wrong('has "%z", which is no specifier of systemd: a percent sign is written %%')],
    ["/usr/bin/x \\x25z", wrong('has "%z", which is no specifier of systemd: a percent sign is written %%')],
    ["/usr/bin/x 'a", wrong("has a quote that is not closed")],
    ["/usr/bin/x\nUser=root", wrong("has a line break, where a directive is one line")],
    ["", wrong("is empty")],
    ["''", wrong("has no program")],
    ["-", wrong("has no program")],
    ["@/bin/a", nameless],
    ["./bot.py", relative("./bot.py")],
    ["venv/bin/python3 bot.py", relative("venv/bin/python3")],
    ["/bin/a ; bin/b", relative("bin/b")],
    ["cd /opt/bot && python3 bot.py", cd],
    ["source venv/bin/activate && python3 bot.py", source],
    [". /opt/bot/venv/bin/activate", { ...source, text: source.text.replace("source", ".") }],
    ['"/usr/bin/python3 /opt/bot.py"', spaced("/usr/bin/python3 /opt/bot.py")],
    ["'/usr/bin/python3 bot.py' x", spaced("/usr/bin/python3 bot.py")],
    ['"/opt/bot/run -v"', spaced("/opt/bot/run -v")],
    ["</path/to/python> <bot>", placeholder("</path/to/python>")],
    ["<python> <bot>", placeholder("<python>")],
    ["/usr/bin/python3 <путь_к_файлу>", placeholder("<путь_к_файлу>")],
    [
      "/bin/a # comment",
      { rule: "shell-syntax", text: 'has "#", which starts no comment here: a comment has its own line' },
    ],
    ["/bin/irc --channel #bots", undefined],
    ["TOKEN=x /bin/bot", variable("TOKEN=x")],
    ["~/bot.py", { rule: "home-tilde", text: `${start("~/bot.py")}: ${tilde}` }],
    ["++/bin/bot", prefix("++")],
    ["+!/bin/bot", prefix("+!")],
    ["|/bin/bot", prefix("|")],
    ["/opt/bot/", wrong('names a folder, not a program: "/opt/bot/"')],
    ["/opt/../bot", wrong('has ".." in the path of the program: "/opt/../bot"')],
    ['"/opt/a\\"b"', quoteInName],
    ["/bin/a && /bin/b", shell("&&")],
    ["/bin/a || /bin/b", shell("||")],
    ["/bin/a | /bin/b", shell("|")],
    ["/bin/a &", shell("&")],
    ["/bin/a >> /var/log/bot.log", redirection(">>")],
    ["/bin/a >/dev/null", redirection(">/dev/null")],
    ["/bin/a 2>&1", redirection("2>&1")],
    ["/bin/a $(date)", shell("$(date)")],
    ["/bin/a `date`", shell("`date`")],
    ["/bin/a; /bin/b", semicolon("/bin/a;")],
    ["/bin/kill $MAINPID;", semicolon("$MAINPID;")],
    ["/bin/a ~/x", { rule: "home-tilde", text: `has "~/x", but systemd does not know "~" here: write the whole path` }],
  ];
  for (const [line, problem] of lines) {
    it(`${JSON.stringify(line)}: ${problem?.text ?? "is right"}`, () =>
      assert.deepEqual(execLineProblem(line), problem));
  }

  const folder = "/usr/lib/systemd/system";
  it("finds nothing in the units of a Debian", { skip: existsSync(folder) ? false : `${folder} is not here` }, () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".service"));
    const lines = files.flatMap((file) =>
      parseUnit(readFileSync(`${folder}/${file}`)).unit.flatMap(({ entries }) =>
        entries.filter(([key, value]) => /^Exec(?!Paths|SearchPath)[A-Z]/.test(key) && value !== ""),
      ),
    );
    assert.ok(lines.length > 10, `${lines.length} lines`);
    for (const [key, line] of lines) assert.equal(execLineProblem(line), undefined, `${key}=${line}`);
  });
});

describe("argvProblem", () => {
  const commands: readonly [words: readonly string[], problem: ExecProblem | undefined][] = [
    [["/bin/echo", "&&", "~", "%z", "$x", 'it"s'], undefined],
    [["-/bin/echo"], undefined],
    [["@/bin/echo", "name"], undefined],
    [["/opt/50%z/run"], undefined],
    [["@/bin/echo"], nameless],
    [[], wrong("is empty: it needs at least the path of a program")],
    [["python3", "x"], relative("python3")],
    [["sudo", "x"], relative("sudo", ": the user to run as is User=")],
    [["%h/bin/x"], relative("%h/bin/x")],
    [["cd", "/"], cd],
    [["A=b", "/bin/x"], variable("A=b")],
    [["~"], { rule: "home-tilde", text: `${start("~")}: ${tilde}` }],
    [["--/bin/a"], prefix("--")],
    [["/bin/"], wrong('names a folder, not a program: "/bin/"')],
    [['/bin/a"b'], quoteInName],
    [["/bin/a\nb"], quoteInName],
    [["/bin/$x"], wrong('names a program with a "$", which systemd would expand in its name')],
    [["/bin/a", "\0"], wrong("can't be a command: an argument has a NUL character, which no process can be given")],
  ];
  for (const [words, problem] of commands) {
    it(`${JSON.stringify(words)}: ${problem?.text ?? "is right"}`, () => assert.deepEqual(argvProblem(words), problem));
  }
});
