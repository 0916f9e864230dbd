import { renderUnit } from "../../../systemd/grammar/renderUnit.ts";
import { botUnit } from "../../../systemd/policy/botUnit.ts";
import type { BotParameters } from "../../../systemd/policy/parameters.ts";

/** The unit file of the bot "echo". */
export const text = (parameters: BotParameters) => renderUnit(botUnit("echo", parameters));

/** No default but those of the part that is looked at. */
export const bare = {
  ...{ description: null, wants: null, startLimitIntervalSec: null, startLimitBurst: null },
  ...{ type: null, syslogIdentifier: null, restart: null, timeoutStopSec: null, wantedBy: null },
} as const satisfies BotParameters;
export const without = (...names: (keyof typeof bare)[]): BotParameters =>
  Object.fromEntries(Object.entries(bare).filter(([name]) => !names.includes(name as keyof typeof bare)));
