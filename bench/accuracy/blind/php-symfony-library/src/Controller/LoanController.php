<?php

declare(strict_types=1);

namespace App\Controller;

use App\Entity\Loan;
use App\Lending\LendingDesk;
use Symfony\Bundle\FrameworkBundle\Controller\AbstractController;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\Routing\Attribute\Route;

#[Route('/loans/{id}/return', methods: ['POST'])]
final class LoanController extends AbstractController
{
    public function __invoke(Loan $loan, LendingDesk $desk): Response
    {
        $this->denyAccessUnlessGranted('RETURN', $loan);

        return $this->json(['fine' => $desk->takeBack($loan)]);
    }
}
