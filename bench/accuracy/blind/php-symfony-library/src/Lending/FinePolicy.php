<?php

declare(strict_types=1);

namespace App\Lending;

use App\Entity\Loan;

interface FinePolicy
{
    /** In cents. */
    public function fineFor(Loan $loan, \DateTimeImmutable $now): int;
}

final class DailyFine implements FinePolicy
{
    public function __construct(private int $cents = 20, private int $most = 1000)
    {
    }

    public function fineFor(Loan $loan, \DateTimeImmutable $now): int
    {
        if (!$loan->isOverdue($now)) {
            return 0;
        }

        return min($this->most, $this->cents * \App\days_between($loan->dueAt, $now));
    }
}

/** Children never pay. */
final class NoFine implements FinePolicy
{
    public function fineFor(Loan $loan, \DateTimeImmutable $now): int
    {
        return 0;
    }
}

final class SteppedFine implements FinePolicy
{
    public function fineFor(Loan $loan, \DateTimeImmutable $now): int
    {
        throw new \RuntimeException('TODO: not implemented');
    }
}

abstract class DecoratedFine implements FinePolicy
{
    public function __construct(protected readonly FinePolicy $inner)
    {
    }

    public function fineFor(Loan $loan, \DateTimeImmutable $now): int
    {
        return $this->inner->fineFor($loan, $now);
    }

    abstract protected function label(): string;
}
