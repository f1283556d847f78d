<?php

namespace Tests\Feature;

use App\Services\TicketWorkflow;
use App\Models\Ticket;
use Tests\TestCase;

class RecordingListener
{
    public array $moves = [];
}

class TicketTest extends TestCase
{
    public function test_a_ticket_needs_a_subject(): void
    {
        $this->postJson('/api/tickets', [])->assertUnprocessable();
    }

    public function test_closed_tickets_stay_closed(): void
    {
        $this->expectException(\DomainException::class);
        (new TicketWorkflow())->move(new Ticket(['status' => 'closed']), 'open');
    }
}
