// A program that ends itself, with lines on both outputs.
import "@pulumi/pulumi";

console.log("a line on stdout");
console.error("a line on stderr");
process.exit(3);
