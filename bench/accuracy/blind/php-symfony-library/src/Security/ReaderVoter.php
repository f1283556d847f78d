<?php

declare(strict_types=1);

namespace App\Security;

use App\Entity\Loan;
use Symfony\Component\Security\Core\Authentication\Token\TokenInterface;
use Symfony\Component\Security\Core\Authorization\Voter\Voter;

final class ReaderVoter extends Voter
{
    protected function supports(string $attribute, mixed $subject): bool
    {
        return 'RETURN' === $attribute && $subject instanceof Loan;
    }

    protected function voteOnAttribute(string $attribute, mixed $subject, TokenInterface $token): bool
    {
        return $subject->reader === $token->getUserIdentifier();
    }
}
