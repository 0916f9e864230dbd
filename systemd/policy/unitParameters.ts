// The parameters of [Unit] and [Install]. Names and man pages are systemd's.

/** Parameters of [Unit], each with its directive. */
export const unitParameters = {
  /** What it is, in a few words. Default: the bot's name. systemd.unit(5). */
  description: "Description",
  /** Where to read about it: https, man, file or info. systemd.unit(5). */
  documentation: "Documentation",
  /** Starts after these, if they start too. Default, with wants: network-online.target. systemd.unit(5). */
  after: "After",
  /** Starts before these. systemd.unit(5). */
  before: "Before",
  /** Starts these along with it. systemd.unit(5). */
  wants: "Wants",
  /** Starts these, fails without them and stops with them. systemd.unit(5). */
  requires: "Requires",
  /** Fails unless these run already. systemd.unit(5). */
  requisite: "Requisite",
  /** As requires, and stops whenever they stop. systemd.unit(5). */
  bindsTo: "BindsTo",
  /** Stops and restarts with these. systemd.unit(5). */
  partOf: "PartOf",
  /** Never runs together with these. systemd.unit(5). */
  conflicts: "Conflicts",
  /** Starts these when it fails: with restarts, when it gives up (not at each automatic restart). systemd.unit(5). */
  onFailure: "OnFailure",
  /** Starts these when it has ended well. systemd.unit(5). */
  onSuccess: "OnSuccess",
  /** Waits for what is mounted at these paths. systemd.unit(5). */
  requiresMountsFor: "RequiresMountsFor",
  /** Is not started, without failing, unless this path is there; with a leading `!`, if it is. systemd.unit(5). */
  conditionPathExists: "ConditionPathExists",
  /** The start fails unless this path is there; with a leading `!`, if it is. systemd.unit(5). */
  assertPathExists: "AssertPathExists",
  /** The window in which startLimitBurst counts starts; 0 counts none. Default: 15min where there is a restart. systemd.unit(5). */
  startLimitIntervalSec: "StartLimitIntervalSec",
  /** So many starts in the window, and systemd gives up. Default: 30 where there is a restart. systemd.unit(5). */
  startLimitBurst: "StartLimitBurst",
} as const;

/** Parameters of [Install], each with its directive. */
export const installParameters = {
  /** Enabled, it starts with these. Default: `[multi-user.target]`. systemd.unit(5). */
  wantedBy: "WantedBy",
  /** Enabled, these fail without it. systemd.unit(5). */
  requiredBy: "RequiredBy",
  /** Further names it gets when enabled. systemd.unit(5). */
  alias: "Alias",
  /** Enabled together with it. systemd.unit(5). */
  also: "Also",
} as const;
