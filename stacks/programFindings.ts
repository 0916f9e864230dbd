import { directive } from "../systemd/directives/directive.ts";
import { execCommands } from "../systemd/grammar/execCommands.ts";
import type { UnitFinding } from "../systemd/lint/finding.ts";
import type { Unit } from "../systemd/unit.ts";

/**
 * Programs without a path. systemd runs them, so in a unit file they are right; in a stack file somebody most likely expects the
 * program of a virtual environment, or of a login shell's PATH.
 */
export function programFindings(unit: Unit): UnitFinding[] {
  return unit.flatMap(({ name: section, entries }, index) =>
    entries.flatMap(([name, value], entry): UnitFinding[] => {
      if (directive(section, name)?.type !== "exec") return [];
      const bare = execCommands(value)?.find(({ program }) => /^[^/%]+$/.test(program));
      if (!bare) return [];
      const text = `${JSON.stringify(bare.program)} has no path: systemd looks it up in its own few folders, not in PATH; write the whole path`;
      return [{ rule: "relative-path", severity: "warning", section: index, entry, text }];
    }),
  );
}
