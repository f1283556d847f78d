<?php

declare(strict_types=1);

namespace Museum\Console;

use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'works:import', description: 'Reads works from standard input')]
final class ImportWorks extends Command
{
    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $count = 0;
        while (($line = fgets(STDIN)) !== false) {
            $count += $line === "\n" ? 0 : 1;
        }
        $output->writeln("$count works");
        return Command::SUCCESS;
    }
}
