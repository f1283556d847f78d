#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { crawl } from '../src/crawler.mjs'
import { reporters } from '../src/report/index.mjs'

const pkg = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const program = new Command('sitecheck').version(pkg.version)

program
  .command('crawl <url>')
  .description('follow links and report what is broken')
  .option('-d, --depth <n>', 'how far to go', Number, 2)
  .option('-r, --reporter <name>', 'text or junit', 'text')
  .action(async (url, options) => {
    const findings = []
    for await (const finding of crawl(new URL(url), options)) findings.push(finding)
    process.stdout.write(reporters[options.reporter](findings))
    process.exitCode = findings.length > 0 ? 1 : 0
  })

program
  .command('init')
  .description('write a configuration file')
  .action(() => {
    throw new Error('init is not implemented')
  })

program.command('explain <code>').action(explainFinding)

// program.command('watch <url>').action(watch)

function explainFinding(code) {
  console.log(`${code}: see https://sitecheck.example/findings/${code}`)
}

await program.parseAsync()
