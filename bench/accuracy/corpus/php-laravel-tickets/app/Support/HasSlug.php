<?php

namespace App\Support;

trait HasSlug
{
    public function slug(): string
    {
        return trim(preg_replace('/[^a-z0-9]+/', '-', strtolower($this->subject)), '-');
    }

    abstract public function getKey();
}
