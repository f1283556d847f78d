<?php

declare(strict_types=1);

namespace App\Http\Controllers;

use App\Models\Ticket;
use App\Services\TicketWorkflow;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;

final class TicketController
{
    public function __construct(private readonly TicketWorkflow $workflow)
    {
    }

    public function index(): JsonResponse
    {
        return response()->json(Ticket::query()->latest()->paginate());
    }

    public function store(Request $request): JsonResponse
    {
        $ticket = Ticket::create($request->validate(['subject' => 'required|string|max:200']));

        return response()->json($ticket, 201);
    }

    public function show(Ticket $ticket): Ticket
    {
        return $ticket;
    }

    public function changeStatus(Request $request, Ticket $ticket): JsonResponse
    {
        $this->workflow->move($ticket, $request->string('status')->toString());

        return response()->json($ticket);
    }

    public function assign(Request $request, Ticket $ticket): JsonResponse
    {
        throw new \BadMethodCallException('not implemented');
    }

    public function merge(Ticket $into, Ticket $from): void
    {
        $from->comments()->update(['ticket_id' => $into->id]);
        $from->delete();
    }
}
