const types = "service|socket|target|device|mount|automount|swap|timer|path|slice|scope";
const shape = new RegExp(`^(?!@)[A-Za-z0-9:_.\\\\@-]+\\.(?:${types})$`);
const longest = 255;

/**
 * Why this is not the full name of a unit, as the end of a sentence; undefined if it is. systemd.unit(5), "Description".
 * systemctl mends some bad names silently (`a+b.service`, `foo`), and so would act on another unit.
 */
export function unitNameProblem(name: string): string | undefined {
  if (Buffer.byteLength(name) > longest) return `is longer than ${longest} bytes`;
  const odd = /[^A-Za-z0-9:_.\\@-]/u.exec(name)?.[0];
  if (odd !== undefined) return `has ${JSON.stringify(odd)}, where only letters, digits and : _ . \\ @ - may stand`;
  if (!shape.test(name)) return "is no full unit name: it needs a name and a type, as in echo.service";
  return undefined;
}

/** As {@link unitNameProblem}, and it has to be a service that can be started: `.service`, no template. */
export function serviceNameProblem(name: string): string | undefined {
  const problem = unitNameProblem(name);
  if (problem) return problem;
  if (!name.endsWith(".service")) return "is no service: the name has to end in .service";
  if (/^[^@]*@\.service$/.test(name)) return "is a template: give it an instance, as in bot@echo.service";
  return undefined;
}
