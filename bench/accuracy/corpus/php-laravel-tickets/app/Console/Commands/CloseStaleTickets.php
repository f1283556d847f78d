<?php

namespace App\Console\Commands;

use App\Models\Ticket;
use Illuminate\Console\Command;

class CloseStaleTickets extends Command
{
    protected $signature = 'tickets:close-stale {--days=14 : Age in days}';

    protected $description = 'Close tickets that nobody touched (see also tickets:digest)';

    public function handle(): int
    {
        Ticket::stale((int) $this->option('days'))->update(['status' => 'closed']);

        return self::SUCCESS;
    }
}
