// Reads the stack's file, asks its servers what is there, and declares what has to be.
import { join, relative } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { ConfigLookup } from "./components/configLookup.ts";
import { askHosts, declareStack } from "./components/declareStack.ts";
import { hostConnection } from "./components/hostConnection.ts";
import { loadStack } from "./stacks/loadStack.ts";
import { findingText, StackConfigError } from "./stacks/stackConfigError.ts";
import { stackFile } from "./stacks/stackFile.ts";

/** The engine takes 32 for "all has been said": one line a finding, and no stack trace. */
function refuse(findings: readonly string[]): void {
  for (const finding of findings) pulumi.log.error(finding);
  process.exitCode = 32;
}

try {
  const name = pulumi.getStack();
  const folder = relative(process.cwd(), join(pulumi.getRootDirectory(), "stacks"));
  const stack = loadStack(stackFile(name, folder));
  const lookup = new ConfigLookup(new pulumi.Config(), name);
  const connections = new Map([...stack.hosts].map(([host, declared]) => [host, hostConnection(declared, lookup)]));
  if (lookup.findings.length > 0) refuse(lookup.findings);
  else declareStack(await askHosts(stack, connections));
} catch (error) {
  if (!(error instanceof StackConfigError)) throw error;
  refuse(error.findings.map(findingText));
}
