#!/usr/bin/env node
import yargs from "yargs";
import { hideBin } from "yargs/helpers";
import { createApp } from "../lib/http/app.js";
import * as menu from "../lib/commands/menu.js";

await yargs(hideBin(process.argv))
  .command(
    "serve",
    "start the server",
    (y) => y.option("port", { type: "number", default: 3000 }),
    ({ port }) => {
      createApp().listen(port);
    },
  )
  .command(menu)
  .command({
    command: "vacuum",
    describe: "throw away old menus",
    handler: () => {
      throw new Error("Not implemented yet");
    },
  })
  // .command("stocktake", "count the pantry", {}, countAll)
  .demandCommand()
  .parseAsync();
