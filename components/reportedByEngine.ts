import * as pulumi from "@pulumi/pulumi";

/**
 * With --continue-on-error a resource whose step failed faults all its outputs, and the SDK then prints a stack trace of
 * the program for them. The engine has reported the failure in full, and fails the run: nothing is added by that. What
 * fails before the engine has taken the resource is not an output's fault, and is still thrown.
 */
export function reportedByEngine<Resource extends pulumi.CustomResource>(resource: Resource): Resource {
  for (const output of Object.values(resource)) {
    if (pulumi.Output.isInstance(output)) pulumi.recover(output, () => undefined);
  }
  return resource;
}
