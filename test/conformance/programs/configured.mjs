// Gives back what the engine told it.
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
export const plain = config.require("plain");
export const secret = config.requireSecret("secret");
export const foreign = new pulumi.Config("other").require("key");
export const names = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()];
export const folders = [process.cwd(), pulumi.getRootDirectory()];
export const node = process.version;
