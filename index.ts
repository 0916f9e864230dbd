// Reads the stack's file, asks its servers what is there, and declares what has to be.
import { join, relative } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { ConfigLookup } from "./components/configLookup.ts";
import { askHosts, declareStack, systemdVersions } from "./components/declareStack.ts";
import { hostConnection } from "./components/hostConnection.ts";
import { refuse, tellFindings } from "./components/tellFindings.ts";
import { loadStack } from "./stacks/loadStack.ts";
import { StackConfigError } from "./stacks/stackConfigError.ts";
import { stackFile } from "./stacks/stackFile.ts";
import { versionFindings } from "./stacks/versionFindings.ts";

try {
  const name = pulumi.getStack();
  const folder = relative(process.cwd(), join(pulumi.getRootDirectory(), "stacks"));
  const stack = loadStack(stackFile(name, folder));
  tellFindings(stack.warnings);
  const lookup = new ConfigLookup(new pulumi.Config(), name);
  const connections = new Map([...stack.hosts].map(([host, declared]) => [host, hostConnection(declared, lookup)]));
  if (lookup.findings.length > 0) refuse(lookup.findings);
  else {
    const hosts = await askHosts(stack, connections);
    if (tellFindings(versionFindings(stack, systemdVersions(hosts)))) declareStack(hosts);
  }
} catch (error) {
  if (!(error instanceof StackConfigError)) throw error;
  tellFindings([...error.warnings, ...error.findings]);
}
