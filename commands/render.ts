// `npm run -s render -- STACK [BOT]`: the units of a stack, without a server, an engine or a secret.
import { printOutcome } from "./printOutcome.ts";
import { renderCommand } from "./renderCommand.ts";

printOutcome(renderCommand(process.argv.slice(2)));
