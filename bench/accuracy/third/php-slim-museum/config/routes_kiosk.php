<?php

declare(strict_types=1);

use Slim\App;

// The kiosk in the hall was taken down; nothing requires this file any more.
return function (App $app): void {
    $app->get('/kiosk/screens', Museum\Action\ListWorks::class);
};
