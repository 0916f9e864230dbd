/** Reads a text from its start, pattern by pattern. The patterns have to be sticky (`/…/y`). */
export class TextReader {
  private readonly text: string;
  private position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** What the pattern matches here, and goes behind it; undefined, and stays, if it matches nothing. */
  take(pattern: RegExp): string | undefined {
    const found = this.match(pattern);
    this.position += found?.length ?? 0;
    return found;
  }

  /** Whether the pattern matches here. */
  sees(pattern: RegExp): boolean {
    return this.match(pattern) !== undefined;
  }

  /** A reader that goes on from here, while this one stays. */
  ahead(): TextReader {
    return new TextReader(this.text.slice(this.position));
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0];
  }
}
