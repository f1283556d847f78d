<?php

declare(strict_types=1);

namespace App\Lending;

final class Reservation
{
    public function __construct(public readonly string $isbn, public readonly string $reader)
    {
    }

    public function expiresAt(\DateTimeImmutable $since): \DateTimeImmutable
    {
        return $since->modify('+7 days'
    }
}
