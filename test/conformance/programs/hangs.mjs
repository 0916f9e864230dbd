// A program that doesn't end by itself; it tells its process id and its child's.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";

const child = spawn("sleep", ["60"], { stdio: "ignore" });
writeFileSync(join(pulumi.getRootDirectory(), "pids"), `${process.pid} ${child.pid}\n`);
await new Promise((resolve) => setTimeout(resolve, 60_000));
