<?php

declare(strict_types=1);

namespace App\Lending;

use App\Entity\Book;
use App\Entity\Loan;
use Doctrine\ORM\EntityManagerInterface;
use Psr\Clock\ClockInterface;

final readonly class LendingDesk
{
    public function __construct(
        private EntityManagerInterface $entities,
        private ClockInterface $clock,
        private FinePolicy $fines,
    ) {
    }

    public function lend(Book $book, string $reader): Loan
    {
        if ($this->openLoans($book) >= $book->copies) {
            throw new NothingLeft($book->isbn);
        }
        $loan = new Loan($book, $reader, $this->clock->now()->modify('+21 days'));
        $this->entities->persist($loan);
        $this->entities->flush();

        return $loan;
    }

    public function takeBack(Loan $loan): int
    {
        $fine = $this->fines->fineFor($loan, $this->clock->now());
        $loan->giveBack($this->clock->now());
        $this->entities->flush();

        return $fine;
    }

    public function renew(Loan $loan): Loan
    {
        trigger_error('renew() is not there yet', E_USER_NOTICE);
        throw new \BadMethodCallException('not implemented');
    }

    private function openLoans(Book $book): int
    {
        return $this->entities->getRepository(Loan::class)->count(['book' => $book, 'state' => 'out']);
    }

    private function holdSlip(Loan $loan): string
    {
        return sprintf('%s for %s', $loan->book->title, $loan->reader);
    }
}

class NothingLeft extends \DomainException
{
}
