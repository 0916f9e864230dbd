// Starting a command over SSH with environment variables whose refusal is noticed. ssh2's own `exec({ env })` asks for no
// reply, so a server without AcceptEnv would drop them silently. This uses ssh2's internals; its version is pinned.
import type { Client, ClientChannel } from "ssh2";
import { channelError } from "./sshError.ts";

export interface Variables {
  /** Set before the command starts; when the server refuses one, the command isn't started. */
  readonly environment: Readonly<Record<string, string>>;
  /** Set if the server lets us. */
  readonly optionalEnvironment: Readonly<Record<string, string>>;
  /** Told of each refused name of either kind. */
  readonly onRefused: (name: string) => void;
}

/** Longer values kill the connection or the command, so an optional one is not sent. */
const longestOptional = 100_000;

/**
 * Starts `command`. `listen` gets the channel before, as the first output may come in the same packet as the server's yes.
 * @throws Error in Go's words.
 */
export async function exec<T>(
  client: Client,
  command: string,
  variables: Variables,
  listen: (channel: ClientChannel) => T,
): Promise<{ channel: ClientChannel; heard: T }> {
  const channel = await openChannel(client);
  const { environment, optionalEnvironment, onRefused } = variables;
  for (const [name, value] of Object.entries(environment)) {
    if (await request(channel, (protocol, id) => protocol.env(id, name, value, true))) continue;
    onRefused(name);
    channel.close();
    throw new Error(`could not set environment variable ${JSON.stringify(name)}: ssh: setenv failed`);
  }
  for (const [name, value] of Object.entries(optionalEnvironment)) {
    const short = Buffer.byteLength(value) <= longestOptional;
    if (!short || !(await request(channel, (protocol, id) => protocol.env(id, name, value, true)))) onRefused(name);
  }
  const heard = listen(channel);
  if (!(await request(channel, (protocol, id) => protocol.exec(id, command, true)))) {
    channel.close();
    throw new Error(`ssh: command ${command} failed`);
  }
  // What ssh2's own exec sets: with half-open, the end of stdin does not close the channel.
  Object.assign(channel, { subtype: "exec", allowHalfOpen: true });
  return { channel, heard };
}

interface Protocol {
  session(localId: number, window: number, packetSize: number): void;
  env(remoteId: number, name: string, value: string, wantReply: boolean): void;
  exec(remoteId: number, command: string, wantReply: boolean): void;
}

interface Internals {
  _protocol: Protocol;
  _chanMgr: { add(onOpen: (error: Error | undefined, channel: Channel) => void): number };
}

type Channel = ClientChannel & {
  _client: Internals;
  _callbacks: ((failed: boolean | Error) => void)[];
  outgoing: { id: number; state: string };
};

const windowSize = 2 * 1024 * 1024;
const packetSize = 32 * 1024;

function openChannel(client: Client): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const { _chanMgr, _protocol } = client as unknown as Internals;
    // After a lost connection ssh2 has no one left to answer, so it is asked first.
    if (!(client as unknown as { _sock?: { writable: boolean } })._sock?.writable) return reject(new Error("EOF"));
    const id = _chanMgr.add((error, channel) => (error === undefined ? resolve(channel) : reject(channelError(error))));
    _protocol.session(id, windowSize, packetSize);
  });
}

/** Sends one channel request and gives the server's answer; a channel that closed instead counts as a no. */
function request(channel: Channel, send: (protocol: Protocol, id: number) => void): Promise<boolean> {
  return new Promise((resolve) => {
    if (channel.outgoing.state !== "open") return resolve(false);
    channel._callbacks.push((failed) => resolve(failed === false));
    send(channel._client._protocol, channel.outgoing.id);
  });
}
