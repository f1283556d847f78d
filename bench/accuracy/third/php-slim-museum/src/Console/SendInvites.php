<?php

declare(strict_types=1);

namespace Museum\Console;

use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

final class SendInvites extends Command
{
    protected function configure(): void
    {
        $this->setName('invites:send')->setDescription('Not `invites:print`, that is done by hand');
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        throw new \RuntimeException('Not implemented');
    }
}
