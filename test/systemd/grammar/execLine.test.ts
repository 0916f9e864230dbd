import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { argvProblem, execLine, execLineProblem } from "../../../systemd/grammar/execLine.ts";
import { execWords } from "../../../systemd/grammar/execWords.ts";

describe("execWords", () => {
  it("splits at blanks outside of quotes and escapes", () => {
    const words = execWords(`/bin/a  x"b c"d 'e "f' g\\ h\t"i\\"j"`);
    assert.deepEqual(
      words?.map(({ text }) => text),
      ["/bin/a", 'x"b c"d', `'e "f'`, "g\\ h", '"i\\"j"'],
    );
  });

  it("knows no end of an open quote", () => {
    assert.equal(execWords('/bin/a "b'), undefined);
    assert.equal(execWords("/bin/a it's"), undefined);
  });
});

describe("execLine", () => {
  it("writes the words so that each arrives as it is", () => {
    assert.equal(execLine(["/bin/echo", "a b", "$x", "50%"]), '/bin/echo "a b" "$$x" "50%%"');
  });

  it("leaves dollars alone after a colon prefix, where systemd does", () => {
    assert.equal(execLine(["-:/bin/echo", "$x"]), '-:/bin/echo "$x"');
  });

  it("quotes a program with blanks in its path", () => {
    assert.equal(execLine(["/opt/my bot/50%/run"]), '"/opt/my bot/50%%/run"');
  });
});

const start = (word: string, advice = "") =>
  `has to start with the absolute path of a program, not with ${JSON.stringify(word)}${advice}`;
const shell = (word: string) => `has ${JSON.stringify(word)}, but no shell reads it: run a script, or /bin/sh -c '…'`;

describe("execLineProblem", () => {
  const lines: readonly [line: string, problem: string | undefined][] = [
    ["/usr/bin/python3 bot.py", undefined],
    ["-@:+/usr/bin/x argv0", undefined],
    ["!!/usr/bin/x", undefined],
    ['"/opt/my bot/run" x', undefined],
    ["/bin/sh -c 'a && b | c > d; e $(f)'", undefined],
    ["/bin/kill -HUP $MAINPID", undefined],
    ["/usr/bin/x --format=a|b --url=http://e.org/?a=1&b=2", undefined],
    ["/usr/bin/x %h/%n 100%% 5% ", "starts or ends with white space, which systemd strips"],
    ["/usr/bin/x %h/%n 100%% 5%", undefined],
    ["/usr/bin/x %z", 'has "%z", which is no specifier of systemd: a percent sign is written %%'],
    ["/usr/bin/x 'a", "has a quote that is not closed"],
    ["/usr/bin/x\nUser=root", "has a line break, where a directive is one line"],
    ["", "is empty"],
    ["python3 bot.py", start("python3")],
    ["./bot.py", start("./bot.py")],
    ["venv/bin/python3 bot.py", start("venv/bin/python3")],
    ["cd /opt/bot && python3 bot.py", start("cd", ": the folder to run in is workingDirectory")],
    ["TOKEN=x /bin/bot", start("TOKEN=x", ": variables are set by environment")],
    ["~/bot.py", start("~/bot.py", ': systemd does not know "~" here, write the whole path')],
    ["sudo /bin/bot", start("sudo", ": the user to run as is user")],
    ["++/bin/bot", 'starts with "++", which is no combination of systemd\'s prefixes - @ : + ! !!'],
    ["+!/bin/bot", 'starts with "+!", which is no combination of systemd\'s prefixes - @ : + ! !!'],
    ["|/bin/bot", 'starts with "|", which is no combination of systemd\'s prefixes - @ : + ! !!'],
    ["/opt/bot/", 'names a folder, not a program: "/opt/bot/"'],
    ["/opt/../bot", 'has ".." in the path of the program: "/opt/../bot"'],
    ['/opt/"my bot"/run', "has an odd quote in its first word: quote the whole path, or nothing of it"],
    ["/bin/a && /bin/b", shell("&&")],
    ["/bin/a || /bin/b", shell("||")],
    ["/bin/a | /bin/b", shell("|")],
    ["/bin/a &", shell("&")],
    ["/bin/a >> /var/log/bot.log", shell(">>")],
    ["/bin/a >/dev/null", shell(">/dev/null")],
    ["/bin/a 2>&1", shell("2>&1")],
    ["/bin/a $(date)", shell("$(date)")],
    ["/bin/a `date`", shell("`date`")],
    ["/bin/a; /bin/b", shell("/bin/a;")],
    ["/bin/a ; /bin/b", 'has ";", which starts a second command: give one command an entry'],
    ["/bin/a ~/x", 'has "~/x", but systemd does not know "~" here: write the whole path'],
  ];
  for (const [line, problem] of lines) {
    it(`${JSON.stringify(line)}: ${problem ?? "is right"}`, () => assert.equal(execLineProblem(line), problem));
  }
});

describe("argvProblem", () => {
  const commands: readonly [words: readonly string[], problem: string | undefined][] = [
    [["/bin/echo", "&&", "~", "%z", "$x", 'it"s'], undefined],
    [["-/bin/echo"], undefined],
    [[], "is empty: it needs at least the path of a program"],
    [["python3", "x"], start("python3")],
    [['/bin/a"b'], "names a program with a quote, a backslash or a control character, which systemd can't run"],
    [["/bin/a\nb"], "names a program with a quote, a backslash or a control character, which systemd can't run"],
    [["/bin/$x"], 'names a program with a "$", which systemd would expand in its name'],
    [["/bin/a", "\0"], "can't be a command: an argument has a NUL character, which no process can be given"],
  ];
  for (const [words, problem] of commands) {
    it(`${JSON.stringify(words)}: ${problem ?? "is right"}`, () => assert.equal(argvProblem(words), problem));
  }
});
