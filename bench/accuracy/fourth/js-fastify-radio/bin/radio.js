#!/usr/bin/env node
import { buildProgram } from '../src/cli/program.js';

buildProgram().parseAsync(process.argv).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
