// Writes stacks/schema.json. A process of its own: the tables that the schema speaks of have just been written.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemaText } from "../../stacks/jsonSchema.ts";
import { root } from "../paths.mjs";
import { readSystemdData } from "./systemdData.ts";

const text = jsonSchemaText(readSystemdData().meanings);
writeFileSync(join(root, "stacks", "schema.json"), text);
console.log(`stacks/schema.json: ${text.split("\n").length - 1} lines`);
