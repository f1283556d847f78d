<?php

namespace App\Http\Middleware;

use Closure;
use Illuminate\Http\Request;

class TagRequest
{
    public function handle(Request $request, Closure $next): mixed
    {
        $request->headers->set('X-Request-Id', bin2hex(random_bytes(8)));

        return $next($request);
    }

    /** Nothing to do once the response is out; the framework wants the method. */
    public function terminate(): void
    {
    }
}
