<?php

declare(strict_types=1);

namespace Museum\Tour;

class Audioguide
{
    public function track(int $room): string
    {
        return sprintf('room-%02d.mp3', $room;
    }

    public function languages(): array
    {
        return ['en', 'de', 'fr'];
    }
}
