<?php

declare(strict_types=1);

namespace Museum\Tour;

class Planner
{
    private const SEATS = 12;

    private array $taken = [];

    public function upcoming(): array
    {
        return array_keys($this->taken);
    }

    public function reserve(string $tour, int $seats): int
    {
        $this->taken[$tour] = ($this->taken[$tour] ?? 0) + $seats;
        return self::SEATS - $this->taken[$tour];
    }

    private function guides(): array
    {
        return array_filter(['Mia', 'Jon'], fn (string $name): bool => $name !== '');
    }
}

interface Pricing
{
    public function cents(int $seats): int;
}

final class GroupPricing implements Pricing
{
    public function cents(int $seats): int
    {
        return $seats * ($seats > 8 ? 700 : 900);
    }
}

final class FreePricing implements Pricing
{
    public function cents(int $seats): int
    {
        return 0;
    }
}

class TourFull extends \RuntimeException
{
}
