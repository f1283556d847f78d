<?php

namespace Acme\Isbn;

final class IsbnValidator
{
    public static function isValid(string $isbn): bool
    {
        $sum = 0;
        foreach (str_split($isbn) as $i => $digit) {
            $sum += (int) $digit * (0 === $i % 2 ? 1 : 3);
        }

        return 13 === strlen($isbn) && 0 === $sum % 10;
    }
}
