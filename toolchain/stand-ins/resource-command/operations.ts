// What creating, updating and deleting do for each type. Properties come and go as they are on the wire.
import { randomBytes } from "node:crypto";
import { equal, isUnknown, type Properties, reveal, unknown } from "../wire.ts";
import { copyToRemote, needsCopy } from "./copyToRemote.ts";
import { runLocal } from "./localCommand.ts";
import { runRemote } from "./remoteCommand.ts";
import { type Outputs, outputsOf, type Task } from "./task.ts";

export interface Resource {
  readonly type: string;
  readonly name: string;
  /** A preview runs nothing and connects to nothing. */
  readonly preview: boolean;
}

/** A URN is `urn:pulumi:STACK::PROJECT::PARENTS$TYPE::NAME`; the name may hold anything. */
export function resourceOf(request: { getUrn(): string; getPreview?(): boolean }): Resource {
  const [, , types = "", ...name] = request.getUrn().split("::");
  return {
    type: types.slice(types.lastIndexOf("$") + 1),
    name: name.join("::"),
    preview: request.getPreview?.() ?? false,
  };
}

const copyType = "command:remote:CopyToRemote";
const nothing: Outputs = { stdout: "", stderr: "" };

export async function create(resource: Resource, inputs: Properties, task: Task) {
  if (resource.type === copyType) {
    if (!resource.preview) await copyToRemote(reveal(inputs) as Properties, task);
    return { id: resource.preview ? "" : suffix(), properties: inputs };
  }
  const id = resource.name + suffix();
  if (resource.preview) return { id, properties: { ...inputs, stdout: unknown, stderr: unknown } };
  const outputs = await runCommand(resource, ["create"], inputs, nothing, task);
  return { id, properties: { ...inputs, ...outputs } };
}

const suffix = () => randomBytes(4).toString("hex");

/** `state` is all that the last create or update gave. When this rejects, the engine keeps state and old inputs. */
export async function update(resource: Resource, state: Properties, news: Properties, task: Task): Promise<Properties> {
  if (resource.type === copyType) {
    if (!resource.preview && needsCopy(state, news)) await copyToRemote(reveal(news) as Properties, task);
    return news;
  }
  const previous = outputsOf(state);
  if (resource.preview) return { ...news, ...(invalidates(state, news) ? unknownOutputs(previous) : previous) };
  return { ...news, ...(await runCommand(resource, ["update", "create"], news, previous, task)) };
}

/** Deletes with what is in the state: its command, and the connection it was made with. */
export async function remove(resource: Resource, state: Properties, task: Task): Promise<void> {
  if (resource.type !== copyType) await runCommand(resource, ["delete"], state, outputsOf(state), task);
}

/** Runs the first of the `verbs` that there is a command for; without one nothing runs and nothing changes. */
async function runCommand(
  { type }: Resource,
  verbs: readonly string[],
  properties: Properties,
  previous: Outputs,
  task: Task,
): Promise<Outputs> {
  const inputs = reveal(properties) as Properties;
  const command = verbs.map((verb) => inputs[verb]).find((text) => typeof text === "string");
  if (command === undefined) return previous;
  return type === "command:local:Command"
    ? runLocal(command, inputs, previous, task)
    : runRemote(command, inputs, previous, task);
}

/** Whether a preview can't know the outputs any more: an input is unknown, or has another value than in the state. */
function invalidates(state: Properties, news: Properties): boolean {
  const names = new Set([...Object.keys(state), ...Object.keys(news)]);
  for (const output of ["stdout", "stderr", "assets", "archive"]) names.delete(output);
  return [...names].some(
    (name) => isUnknown(news[name]) || (Object.hasOwn(state, name) && !equal(news[name], state[name])),
  );
}

const unknownOutputs = (outputs: Outputs): Properties =>
  Object.fromEntries(Object.keys(outputs).map((name) => [name, unknown]));
