// `npm run -s unit -- …`: unit files without a server.
import { printOutcome } from "./printOutcome.ts";
import { unitCommand } from "./unitCommand.ts";

printOutcome(await unitCommand(process.argv.slice(2)));
