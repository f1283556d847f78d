<?php

namespace App\Services;

abstract class SlaCalculator
{
    abstract protected function hours(): int;

    public function dueAt(int $openedAt): int
    {
        return $openedAt + $this->hours() * 3600;
    }
}

final class GoldSla extends SlaCalculator
{
    protected function hours(): int
    {
        return 4;
    }
}

final class SilverSla extends SlaCalculator
{
    protected function hours(): int
    {
        return 24;
    }
}
