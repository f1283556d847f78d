#!/usr/bin/env node
import { Command } from "commander";
import { buildApp } from "./app.js";
import { summarise } from "./domain/statistics.js";

const program = new Command("surveys");

program
  .command("serve")
  .option("-p, --port <port>", "port", "3000")
  .action(async ({ port }) => {
    await buildApp().listen({ port: Number(port) });
  });

program
  .command("summary <values...>")
  .description("Summary of numbers")
  .action((values: string[]) => {
    console.log(summarise(values.map(Number)));
  });

const db = program.command("db");
db.command("seed").action(() => {
  throw new Error("not implemented");
});

// program.command("export").action(exportAll);

program.parseAsync().catch((error) => {
  console.error(`${error}; try "surveys migrate"`);
  process.exitCode = 1;
});
