<?php

declare(strict_types=1);

namespace Museum\Action;

use Psr\Http\Message\ResponseInterface as Response;
use Psr\Http\Message\ServerRequestInterface as Request;

final class LoanAction
{
    public function __invoke(Request $request, Response $response): Response
    {
        $body = (array) $request->getParsedBody();
        if (empty($body['borrower'])) {
            return $response->withStatus(422);
        }
        $response->getBody()->write($body['borrower']);
        return $response->withStatus(201);
    }
}
