<?php

declare(strict_types=1);

namespace Museum\Tests;

use Museum\Tour\Planner;
use PHPUnit\Framework\TestCase;

final class PlannerTest extends TestCase
{
    private function fullTour(): Planner
    {
        $planner = new Planner();
        $planner->reserve('attic', 12);
        return $planner;
    }

    public function testOverbooking(): void
    {
        self::assertSame(-1, $this->fullTour()->reserve('attic', 1));
    }
}
