// Who we are to a server: what an endpoint gives to log in with, and the order in which it is tried.
import { connect } from "node:net";
import type { AnyAuthMethod, AuthenticationType, KeyboardInteractiveAuthMethod } from "ssh2";
import type { Endpoint } from "./connection.ts";
import { parsePrivateKey } from "./privateKey.ts";

/** Lists what to try for `user`, first to last. Rejects at once for a bad key and for an agent that isn't there. */
export async function loginMethods(endpoint: Endpoint, user: string): Promise<AnyAuthMethod[]> {
  const { privateKey, privateKeyPassword, password } = endpoint;
  const methods: AnyAuthMethod[] = [];
  if (privateKey !== undefined) {
    methods.push({ type: "publickey", username: user, key: parsePrivateKey(privateKey, privateKeyPassword) });
  }
  if (password !== undefined) {
    methods.push({ type: "password", username: user, password }, keyboardInteractive(user, password));
  }
  const agent = endpoint.agentSocketPath ?? (process.env.SSH_AUTH_SOCK || undefined);
  if (agent !== undefined) {
    await assertAgent(agent);
    methods.push({ type: "agent", username: user, agent });
  }
  return methods;
}

function keyboardInteractive(username: string, password: string): KeyboardInteractiveAuthMethod {
  return {
    type: "keyboard-interactive",
    username,
    prompt: (_name, _instructions, _language, prompts, finish) => finish(prompts.map(() => password)),
  };
}

function assertAgent(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve();
    });
    socket.once("error", (error: NodeJS.ErrnoException) => {
      const reason = error.code === "ENOENT" ? "no such file or directory" : "connection refused";
      reject(new Error(`dial unix ${path}: connect: ${reason}`));
    });
  });
}

/**
 * The order of Go's client, for ssh2's `authHandler`: `none`, then each method that the server still offers, each name
 * once. An agent's keys are "publickey" too, so they are left alone when a private key was given.
 */
export class Login {
  /** The names tried so far, as Go's error lists them. */
  readonly tried: string[] = [];
  readonly #methods: readonly AnyAuthMethod[];
  readonly #user: string;

  constructor(methods: readonly AnyAuthMethod[], user: string) {
    this.#methods = methods;
    this.#user = user;
  }

  next(offered: readonly AuthenticationType[] | null): AnyAuthMethod | false {
    if (offered === null) {
      this.tried.push("none");
      return { type: "none", username: this.#user };
    }
    const method = this.#methods.find(({ type }) => {
      const name = methodName(type);
      return !this.tried.includes(name) && offered.includes(name);
    });
    if (method === undefined) return false;
    this.tried.push(methodName(method.type));
    return method;
  }
}

const methodName = (type: AuthenticationType): AuthenticationType => (type === "agent" ? "publickey" : type);
