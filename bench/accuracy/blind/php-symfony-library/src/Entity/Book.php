<?php

declare(strict_types=1);

namespace App\Entity;

use App\Repository\BookRepository;
use Doctrine\DBAL\Types\Types;
use Doctrine\ORM\Mapping as ORM;

#[ORM\Entity(repositoryClass: BookRepository::class)]
#[ORM\Table(name: 'books')]
class Book
{
    #[ORM\Id, ORM\GeneratedValue, ORM\Column]
    private ?int $id = null;

    public function __construct(
        #[ORM\Column(length: 13, unique: true)] public readonly string $isbn,
        #[ORM\Column] public string $title,
        #[ORM\Column(type: Types::SMALLINT)] public int $copies = 1,
    ) {
    }

    public function id(): ?int
    {
        return $this->id;
    }

    public function isRare(): bool
    {
        return 1 === $this->copies;
    }

    public function shelfMark(): string
    {
        // TODO: take the mark from the catalogue of the state library
        return '';
    }

    public function withdraw(): void
    {
    }
}
