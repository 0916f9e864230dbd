// The few SFTP operations that a copy needs, as promises.
import { posix } from "node:path";
import type { Client, SFTPWrapper } from "ssh2";

const noSuchFile = 2;

export class RemoteFiles {
  readonly #sftp: SFTPWrapper;

  private constructor(sftp: SFTPWrapper) {
    this.#sftp = sftp;
  }

  static open(client: Client): Promise<RemoteFiles> {
    return new Promise((resolve, reject) => {
      client.sftp((error, sftp) => {
        if (error !== undefined) return reject(new Error(`ssh: subsystem request failed (${error.message})`));
        resolve(new RemoteFiles(sftp));
      });
    });
  }

  kind(path: string): Promise<"file" | "folder" | "nothing"> {
    return new Promise((resolve, reject) => {
      this.#sftp.stat(path, (error, stats) => {
        if (error === undefined || error === null) return resolve(stats.isDirectory() ? "folder" : "file");
        if ((error as Error & { code?: unknown }).code === noSuchFile) return resolve("nothing");
        reject(new Error(`failed to stat remote path ${path}: ${error.message}`));
      });
    });
  }

  /** Makes a folder and those above it, where they are missing. */
  async makeFolders(path: string): Promise<void> {
    const kind = await this.kind(path);
    if (kind === "folder") return;
    if (kind === "file") throw new Error(`failed to create remote directory ${path}: not a directory`);
    await this.makeFolders(posix.dirname(path));
    await this.#call(`failed to create remote directory ${path}`, (done) => this.#sftp.mkdir(path, done));
  }

  /** Creates or empties a file and writes to it. Without attributes: an old file keeps its mode and owner. */
  async write(path: string, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void> {
    const handle = await this.#call<Buffer>(`failed to create remote file ${path}`, (done) =>
      this.#sftp.open(path, "w", done),
    );
    try {
      let position = 0;
      for await (const chunk of chunks) {
        if (chunk.length === 0) continue;
        await this.#call(`failed to write remote file ${path}`, (done) =>
          this.#sftp.write(handle, chunk, 0, chunk.length, position, done),
        );
        position += chunk.length;
      }
    } finally {
      await this.#call(`failed to close remote file ${path}`, (done) => this.#sftp.close(handle, done));
    }
  }

  #call<T = unknown>(what: string, start: (done: (error?: Error | null, value?: T) => void) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      start((error, value) => {
        if (error) reject(new Error(`${what}: ${error.message}`));
        else resolve(value as T);
      });
    });
  }
}
