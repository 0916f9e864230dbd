// A file that is no unit has something wrong in each of its lines, and nobody reads a million of them.
const most = 100;

interface Ruled {
  readonly file: string;
  readonly rule: string;
  readonly text: string;
}

/** The first hundred findings of each rule in each file; in the place of the next one stands how many more there are. */
export function firstOfEach<Finding extends Ruled>(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, { count: number; shown: number }>();
  const groupOf = ({ file, rule }: Ruled) => {
    const group = groups.get(`${rule} ${file}`) ?? { count: 0, shown: 0 };
    groups.set(`${rule} ${file}`, group);
    return group;
  };
  for (const finding of findings) groupOf(finding).count += 1;
  return findings.flatMap((finding) => {
    const group = groupOf(finding);
    group.shown += 1;
    if (group.shown <= most) return [finding];
    if (group.shown > most + 1) return [];
    return [{ ...finding, text: `${group.count - most} more like this from here on` }];
  });
}
