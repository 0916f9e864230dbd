import { botPlace } from "../stacks/botPlace.ts";
import type { MergedBot } from "../stacks/mergeBots.ts";
import type { Bot } from "../stacks/schema.ts";
import { pathText } from "../stacks/valuePath.ts";
import { renderUnit } from "../systemd/grammar/renderUnit.ts";
import { type BotLine, botLines } from "../systemd/policy/botLines.ts";
import { botUnit } from "../systemd/policy/botUnit.ts";
import { sections } from "../systemd/policy/parameterDirectives.ts";
import type { Entry } from "../systemd/unit.ts";

/** A bot, and where its settings stand. */
export interface RenderedBot {
  readonly bot: Bot;
  readonly merged: MergedBot;
}

/** The units of bots as they would stand on their servers; of several, each under a comment with its name and host. */
export function renderBots(bots: readonly RenderedBot[], why: boolean): string {
  const texts = bots.map(({ bot, merged }) => {
    const text = why ? explained(bot, merged) : renderUnit(botUnit(bot.name, bot.parameters));
    return bots.length > 1 ? `# ${bot.unitName} on ${bot.host}\n\n${text}` : text;
  });
  return texts.join("\n");
}

/** The unit with a comment above each run of lines that come from the same place. */
function explained({ name, parameters }: Bot, merged: MergedBot): string {
  const lines = botLines(name, parameters);
  const unit = sections.map((section) => {
    const own = lines.filter((line) => line.section === section);
    const reasons = own.map((line) => reason(line, merged));
    const entries = own.flatMap(({ directive, value }, index): Entry[] => {
      const comment: Entry[] = reasons[index] === reasons[index - 1] ? [] : [["#", ` ${reasons[index]}`]];
      return [...comment, [directive, value]];
    });
    return { name: section, entries };
  });
  return renderUnit(unit.filter(({ entries }) => entries.length > 0));
}

function reason({ from }: BotLine, merged: MergedBot): string {
  if (from.length === 0) return "default";
  const { file, tree } = botPlace(merged, from);
  return `${pathText(from)} (${file.file}:${file.place(tree.keyAt)})`;
}
