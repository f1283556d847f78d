<?php

namespace App\Services;

use App\Models\Ticket;
use DomainException;

enum Status: string
{
    case Open = 'open';
    case Waiting = 'waiting';
    case Closed = 'closed';

    public function isFinal(): bool
    {
        return $this === self::Closed;
    }
}

interface ListensToMoves
{
    public function moved(Ticket $ticket, Status $from, Status $to): void;
}

class NullListener implements ListensToMoves
{
    /** Default where nobody listens; deliberately empty. */
    public function moved(Ticket $ticket, Status $from, Status $to): void
    {
    }
}

class TicketWorkflow
{
    private \Closure $clock;

    public function __construct(private ListensToMoves $listener = new NullListener())
    {
        $this->clock = fn () => time();
    }

    public function move(Ticket $ticket, string $target): void
    {
        $from = Status::from($ticket->status);
        $to = Status::from($target);
        if ($from->isFinal()) {
            throw new DomainException('a closed ticket stays closed');
        }
        $ticket->update(['status' => $to->value]);
        $this->listener->moved($ticket, $from, $to);
    }

    public function reopen(Ticket $ticket): void
    {
        throw new \LogicException('Not implemented');
    }

    /* public function snooze(Ticket $ticket, int $days): void
    {
        $ticket->update(['status' => 'waiting']);
    } */

    private function elapsed(int $since): int
    {
        return ($this->clock)() - $since;
    }
}
