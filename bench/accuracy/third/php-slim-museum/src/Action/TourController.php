<?php

declare(strict_types=1);

namespace Museum\Action;

use Museum\Tour\Planner;
use Psr\Http\Message\ResponseInterface as Response;
use Psr\Http\Message\ServerRequestInterface as Request;

class TourController
{
    public function __construct(private Planner $planner)
    {
    }

    public function index(Request $request, Response $response): Response
    {
        $response->getBody()->write(json_encode($this->planner->upcoming(), JSON_THROW_ON_ERROR));
        return $response;
    }

    public function book(Request $request, Response $response, array $args): Response
    {
        $seats = (int) $request->getParsedBody()['seats'];
        $free = $this->planner->reserve($args['tour'], $seats);
        return $response->withStatus($free < 0 ? 409 : 201);
    }

    public function cancel(Request $request, Response $response, array $args): Response
    {
        throw new \BadMethodCallException('not implemented');
    }
}
