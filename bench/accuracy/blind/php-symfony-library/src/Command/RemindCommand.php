<?php

declare(strict_types=1);

namespace App\Command;

use App\Entity\Loan;
use Doctrine\ORM\EntityManagerInterface;
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand(name: 'library:remind', description: 'Lists what is overdue')]
final class RemindCommand extends Command
{
    public function __construct(private readonly EntityManagerInterface $entities)
    {
        parent::__construct();
    }

    protected function execute(InputInterface $input, OutputInterface $output): int
    {
        $now = new \DateTimeImmutable();
        foreach ($this->entities->getRepository(Loan::class)->findAll() as $loan) {
            if ($loan->isOverdue($now)) {
                $output->writeln($loan->reader);
            }
        }

        return Command::SUCCESS;
    }
}
