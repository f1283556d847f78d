<?php

declare(strict_types=1);

namespace App\Tests\Lending;

use App\Entity\Book;
use App\Entity\Loan;
use App\Lending\DailyFine;
use PHPUnit\Framework\TestCase;

final class FineTest extends TestCase
{
    public function testThreeDaysLate(): void
    {
        $loan = self::loanDue('2024-01-01');
        self::assertSame(60, (new DailyFine())->fineFor($loan, new \DateTimeImmutable('2024-01-04')));
    }

    public static function loanDue(string $day): Loan
    {
        return new Loan(new Book('9780306406157', 'A book'), 'ada', new \DateTimeImmutable($day));
    }
}
