import { botLines } from "../../../systemd/policy/botLines.ts";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";

/** The lines of [Service] that the bot's parameters ask for, each with where it comes from. */
export const askedLines = (parameters: BotParameters) =>
  botLines("echo", { syslogIdentifier: null, restart: null, timeoutStopSec: null, type: null, ...parameters })
    .filter(({ section }) => section === "Service")
    .map(({ directive, value, from }) => [`${directive}=${value}`, ...from]);
