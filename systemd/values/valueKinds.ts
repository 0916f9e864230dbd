import type { ValueType } from "../directives/directive.ts";
import { account, accounts } from "./accounts.ts";
import { architectures, personality } from "./architectures.ts";
import { calendar } from "./calendars.ts";
import { boolean, choice, toggle } from "./choices.ts";
import { exec } from "./commands.ts";
import { condition } from "./conditions.ts";
import { controllers, delegate } from "./controllers.ts";
import { cpuSet } from "./cpuSets.ts";
import { importCredential, loadCredential, setCredential } from "./credentials.ts";
import { deviceAllow, deviceLatency, deviceLimit, deviceWeight } from "./devices.ts";
import { environment, environmentNames, logFields, unsetEnvironment } from "./environments.ts";
import { errno } from "./errnos.ts";
import { bindPaths, folderNames, openFile, temporaryFileSystems } from "./folders.ts";
import { imagePolicy, images, mountOptions, rootHash } from "./images.ts";
import { addressFamilies, capabilities, coredumpFilter, fileSystems, namespaces, secureBits } from "./kernelWords.ts";
import { rlimit, rlimitTime } from "./limits.ts";
import { listenAddress, listenMessageQueue, listenNetlink, listenPath } from "./listenAddresses.ts";
import { addressPrefixes, bpfProgram, networkInterfaces, nftSet, socketBind } from "./networks.ts";
import { bpfDelegate, extendedAttribute, fileNames, flags } from "./newerKinds.ts";
import { integer, mode, weight } from "./numbers.ts";
import {
  conditionPath,
  environmentFile,
  mountPaths,
  path,
  pathSpec,
  paths,
  searchPath,
  symlinks,
  workingDirectory,
} from "./paths.ts";
import { signal, statuses } from "./signals.ts";
import { memory, percent, quota, size, tasks } from "./sizes.ts";
import { input, inputData, inputText, output } from "./streams.ts";
import { syscalls } from "./syscalls.ts";
import { busName, documentation, identifier, regex, removed, string, text } from "./texts.ts";
import { nanoseconds, timespan } from "./timespans.ts";
import { installUnits, service, slice, sockets, unit, units } from "./unitNames.ts";
import type { ValueKind } from "./valueKind.ts";

/** What systemd takes for each type of values. */
export const valueKinds: Readonly<Record<ValueType, ValueKind>> = {
  ...{ boolean, switch: toggle, choice, integer, timespan, nanoseconds, calendar, size, memory, percent },
  ...{ tasks, weight, rlimit, rlimitTime, mode, signal, statuses, text, string, regex },
  ...{ path, paths, mountPaths, pathSpec, conditionPath, condition, workingDirectory, environmentFile },
  ...{ units, unit, slice, service, sockets, installUnits, documentation },
  ...{ exec, environment, environmentNames, unsetEnvironment, logFields, account, accounts, busName },
  ...{ folderNames, bindPaths, temporaryFileSystems, images, openFile, symlinks, searchPath },
  ...{ input, inputText, inputData, output, identifier, loadCredential, setCredential, importCredential },
  ...{ cpuSet, deviceAllow, deviceWeight, deviceLatency, deviceLimit, delegate, controllers },
  ...{ capabilities, secureBits, syscalls, errno, architectures, personality, addressFamilies },
  ...{ namespaces, fileSystems, addressPrefixes, socketBind, nftSet, bpfProgram, networkInterfaces },
  ...{ imagePolicy, rootHash, mountOptions, coredumpFilter, listenAddress, listenPath, listenNetlink },
  ...{ listenMessageQueue, quota, flags, bpfDelegate, fileNames, extendedAttribute, removed },
};
