"use strict";
// Prints what a Schematron schema has to say of documents: one line a message, none
// where they are valid. Usage: node schematron.js SCHEMA DOCUMENT...
const fs = require("fs");
const { Schema } = require("node-schematron");

// A byte order mark is no part of the text, but Node leaves it there.
const read = (path) => fs.readFileSync(path, "utf8").replace(/^\ufeff/, "");

const [schema, ...documents] = process.argv.slice(2);
const rules = Schema.fromString(read(schema));
for (const path of documents) {
  for (const { message } of rules.validateString(read(path))) {
    console.log(`${path}: ${message.replace(/\s+/g, " ").trim()}`);
  }
}
