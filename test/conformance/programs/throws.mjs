// A program with a bug.
import "@pulumi/pulumi";

throw new Error("boom");
