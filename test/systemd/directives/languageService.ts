import { join } from "node:path";
import ts from "typescript";

// Beside this file, so that its imports resolve; it is never written.
const fileName = join(import.meta.dirname, "inTheEditor.ts");

const compilerOptions: ts.CompilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, allowImportingTsExtensions: true, types: [] },
  ...{ lib: ["lib.es2023.d.ts"], module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023 },
};

/** What an editor shows for a text that is being written: the marker `|` stands for the cursor. */
export function inTheEditor(marked: string) {
  const position = marked.indexOf("|");
  const service = ts.createLanguageService(host(marked.replace("|", "")));
  return {
    completions: () => service.getCompletionsAtPosition(fileName, position, undefined)?.entries.map(({ name }) => name),
    /** What it says of the name at the cursor: its type, and its doc comment. */
    info: () => {
      const info = service.getQuickInfoAtPosition(fileName, position);
      const tags = info?.tags?.map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`) ?? [];
      const doc = [ts.displayPartsToString(info?.documentation), ...tags].join("\n");
      return { type: ts.displayPartsToString(info?.displayParts), doc };
    },
    errors: () =>
      service
        .getSemanticDiagnostics(fileName)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}

function host(text: string): ts.LanguageServiceHost {
  const read = (path: string) => (path === fileName ? text : ts.sys.readFile(path));
  return {
    getScriptFileNames: () => [fileName],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = read(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => import.meta.dirname,
    getCompilationSettings: () => compilerOptions,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === fileName || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
  };
}
