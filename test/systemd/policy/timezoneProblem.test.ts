import assert from "node:assert/strict";
import { it } from "node:test";
import { timezoneProblem } from "../../../systemd/policy/timezoneProblem.ts";

it("takes the names of the IANA database, old ones too", () => {
  const names = [
    "Europe/Berlin",
    "Etc/UTC",
    "UTC",
    "GMT",
    "Asia/Calcutta",
    "Asia/Kolkata",
    "America/Port-au-Prince",
    "Japan",
    ...["Etc/Zulu", "Etc/GMT0", "Etc/GMT-0", "Etc/GMT+12", "Etc/GMT-14"],
  ];
  for (const name of names) assert.equal(timezoneProblem(name), undefined, name);
});

it("refuses what no server has a file for, as an abbreviation", () => {
  for (const name of [
    "Europe/Berln",
    "PST",
    "BST",
    "+03:00",
    "GMT+3",
    "Etc/GMT+13",
    "Etc/GMT-15",
    "Etc/UTC+1",
    "",
    "../etc/passwd",
    ":UTC",
    "localtime",
  ]) {
    const received = JSON.stringify(name);
    assert.equal(timezoneProblem(name), `expected a time zone like "Europe/Berlin", received ${received}`);
  }
});

it("knows what was meant when only upper and lower case differ", () => {
  const problem = 'expected a time zone like "Europe/Berlin", received';
  assert.equal(timezoneProblem("europe/berlin"), `${problem} "europe/berlin": did you mean "Europe/Berlin"?`);
  assert.equal(timezoneProblem("EUROPE/BERLIN"), `${problem} "EUROPE/BERLIN": did you mean "Europe/Berlin"?`);
});
