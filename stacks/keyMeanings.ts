// What the keys of a stack file mean that are no directives of systemd: shown by editors.
import type { presetSchemas } from "./presetSchemas.ts";
import type { botSettings, stackSchema } from "./schema.ts";

/** The keys of the file itself. */
export const fileKeys: Readonly<Record<keyof typeof stackSchema.shape, string>> = {
  extends: "A file with defaults below those of this one, as ./shared/bots.yaml.",
  hosts: "The servers, by a name of your choice.",
  defaults: "What all bots of this file have in common; a bot's own value wins.",
  bots: "The bots, by name. A bot's unit is NAME.service unless unitName says otherwise.",
};

/** The keys of a host, and of the one it is reached through. */
export const hostKeys: Readonly<Record<string, string>> = {
  address: "Host name or IP address; or { config: NAME }, a value of the stack's config.",
  port: "The port of its SSH server. Default: 22.",
  user: "The user to log in as; it needs sudo without a password unless it is root.",
  hostKey: "Its public key, as ssh-keyscan prints it, without the address.",
  privateKey: "The key to log in with: { secret: NAME }, a secret of the stack's config.",
  privateKeyPassword: "What unlocks that key: { secret: NAME }.",
  password: "The password to log in with: { secret: NAME }.",
  agent: "Log in by the SSH agent that runs here.",
  jump: "The server it is reached through.",
  systemd: "The version of its systemd, as `systemctl --version` prints it: what is newer is refused.",
};

/** The keys of a bot that say nothing in its unit by themselves. */
export const botKeys: Readonly<
  Record<keyof typeof botSettings | keyof typeof presetSchemas | "unit" | "service" | "install", string>
> = {
  unitName: "The name of its unit. Default: the bot's name and .service.",
  host: "The server it runs on: a key of hosts.",
  settleSec: "Seconds that it has to stay up before `pulumi up` is green. Default: 10.",
  onChange: "What to do with the running bot after a change that it would notice. Default: restart.",
  allow: "Rules whose findings are not wanted for this bot, by name; findings end in it.",
  python: "Runs a script or a module of Python, in a virtual environment, in place of execStart.",
  node: "Runs a program of Node.js in place of execStart.",
  dependencies: "Units that it starts after and along with, but that may stop without it: Wants= and After=.",
  timezone: 'Its time zone, like "Europe/Berlin". Default: the server\'s.',
  hardening: "A set of restrictions that bots in Python and Node.js can live with.",
  unit: "Further directives of [Unit], as systemd spells them. systemd.unit(5).",
  service: "Further directives of [Service], as systemd spells them. systemd.service(5), systemd.exec(5).",
  install: "Further directives of [Install], as systemd spells them. systemd.unit(5).",
};
