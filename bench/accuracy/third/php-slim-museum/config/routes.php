<?php

declare(strict_types=1);

use Museum\Action\ListWorks;
use Museum\Action\LoanAction;
use Museum\Action\ShowWork;
use Museum\Action\TourController;
use Museum\Middleware\ApiKey;
use Psr\Http\Message\ResponseInterface as Response;
use Psr\Http\Message\ServerRequestInterface as Request;
use Slim\App;
use Slim\Routing\RouteCollectorProxy;

return function (App $app): void {
    $app->get('/', function (Request $request, Response $response): Response {
        $response->getBody()->write('museum');
        return $response;
    });

    $app->group('/api', function (RouteCollectorProxy $api): void {
        $api->get('/works', ListWorks::class);
        $api->get('/works/{id:[0-9]+}', ShowWork::class)->setName('work');
        $api->map(['PUT', 'PATCH'], '/works/{id}', [ShowWork::class, 'update']);
        // $api->delete('/works/{id}', [ShowWork::class, 'delete']);

        $api->group('/tours', function (RouteCollectorProxy $tours): void {
            $tours->get('', TourController::class . ':index');
            $tours->post('/{tour}/bookings', TourController::class . ':book');
            $tours->delete('/{tour}/bookings/{booking}', [TourController::class, 'cancel']);
        });

        $api->post('/loans', LoanAction::class);
        $api->get('/loans/{id}/contract', function (Request $request, Response $response): Response {
            return $response->withStatus(501);
        });
    })->add(ApiKey::class);

    $app->any('/echo', function (Request $request, Response $response): Response {
        $response->getBody()->write((string) $request->getBody());
        return $response;
    });
};
