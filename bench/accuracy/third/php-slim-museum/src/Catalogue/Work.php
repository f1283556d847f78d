<?php

declare(strict_types=1);

namespace Museum\Catalogue;

final class Work implements \JsonSerializable
{
    public function __construct(
        public readonly int $id,
        public readonly string $title,
        public readonly Technique $technique,
    ) {
    }

    public static function fromRow(array $row): self
    {
        return new self((int) $row['id'], $row['title'], Technique::from($row['technique']));
    }

    public function jsonSerialize(): array
    {
        return ['id' => $this->id, 'title' => $this->title, 'technique' => $this->technique->label()];
    }
}

enum Technique: string
{
    case Oil = 'oil';
    case Bronze = 'bronze';

    public function label(): string
    {
        return ucfirst($this->value);
    }
}
