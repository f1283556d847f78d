<?php

declare(strict_types=1);

namespace App\Entity;

use Doctrine\ORM\Mapping as ORM;

enum LoanState: string
{
    case Out = 'out';
    case Back = 'back';

    public function isOpen(): bool
    {
        return self::Out === $this;
    }

    public static function fromRow(?string $returned): self
    {
        return null === $returned ? self::Out : self::Back;
    }
}

trait Timestamps
{
    private ?\DateTimeImmutable $changedAt = null;

    public function touch(\DateTimeImmutable $now): void
    {
        $this->changedAt = $now;
    }
}

#[ORM\Entity]
#[ORM\Table('loans')]
class Loan
{
    use Timestamps;

    #[ORM\Id, ORM\GeneratedValue, ORM\Column]
    public ?int $id = null;

    public LoanState $state = LoanState::Out;

    public function __construct(
        #[ORM\ManyToOne] public readonly Book $book,
        #[ORM\Column] public readonly string $reader,
        #[ORM\Column] public \DateTimeImmutable $dueAt,
    ) {
    }

    public function giveBack(\DateTimeImmutable $now): void
    {
        $this->state = LoanState::Back;
        $this->touch($now);
    }

    public function isOverdue(\DateTimeImmutable $now): bool
    {
        return $this->state->isOpen() && $now > $this->dueAt;
    }
}
