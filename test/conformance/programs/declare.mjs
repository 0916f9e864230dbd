// Declares what the test says: the resources stand as JSON in CONFORMANCE_PROGRAM.
import { local, remote } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";

const kinds = {
  "remote.Command": remote.Command,
  "remote.CopyToRemote": remote.CopyToRemote,
  "local.Command": local.Command,
};

/**
 * Plain JSON, save for `{"$secret": value}`, `{"$text": contents}`, `{"$file": path}` and `{"$folder": path}`.
 * @param {any} value
 * @returns {any}
 */
function decode(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  if ("$secret" in value) return pulumi.secret(decode(value.$secret));
  if ("$text" in value) return new pulumi.asset.StringAsset(value.$text);
  if ("$file" in value) return new pulumi.asset.FileAsset(value.$file);
  if ("$folder" in value) return new pulumi.asset.FileArchive(value.$folder);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}

const { resources, invokes = {} } = JSON.parse(process.env.CONFORMANCE_PROGRAM ?? "{}");

/** @type {Record<string, pulumi.Output<string>>} */
export const stdout = {};
for (const [name, { kind, args, options }] of Object.entries(resources)) {
  const resource = new kinds[/** @type {"local.Command"} */ (kind)](name, decode(args), options);
  if ("stdout" in resource) stdout[name] = resource.stdout;
}
for (const [name, args] of Object.entries(invokes)) stdout[name] = local.runOutput(decode(args)).stdout;
