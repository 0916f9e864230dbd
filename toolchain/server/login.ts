import { setTimeout as sleep } from "node:timers/promises";
import ssh2 from "ssh2";
import type { Server } from "./record.ts";

/** Tries to log in once, by the server's key and with its host key pinned; undefined when it worked, else why not. */
function tryLogin(server: Server): Promise<string | undefined> {
  return new Promise((resolve) => {
    const client = new ssh2.Client();
    const end = (reason: string | undefined): void => {
      client.destroy();
      resolve(reason);
    };
    let strange = false;
    client.on("ready", () => end(undefined));
    client.on("error", (error) => end(strange ? "another host key than the server's" : error.message));
    client.connect({
      host: server.host,
      port: server.port,
      username: server.user,
      privateKey: server.privateKey,
      readyTimeout: 5000,
      hostVerifier: (key: Buffer) => {
        strange = `ssh-ed25519 ${key.toString("base64")}` !== server.hostKey;
        return !strange;
      },
    });
  });
}

/**
 * Waits until one can log in.
 * @param alive asked between attempts: when it says no, there is nothing left to wait for
 * @returns undefined when one can, else what was in the way at the end
 */
export async function waitForLogin(
  server: Server,
  milliseconds: number,
  alive: () => boolean,
): Promise<string | undefined> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const reason = await tryLogin(server);
    if (reason === undefined) return undefined;
    if (!alive()) return "it stopped while it booted";
    if (Date.now() > end) return `no login within ${milliseconds / 1000} s: ${reason}`;
    await sleep(50);
  }
}
