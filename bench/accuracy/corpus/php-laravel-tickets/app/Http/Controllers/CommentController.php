<?php

namespace App\Http\Controllers;

use App\Models\Ticket;
use Illuminate\Http\Request;

class CommentController
{
    public function store(Request $request, Ticket $ticket)
    {
        return response()->json($ticket->comments()->create(['body' => $request->input('body')]), 201);
    }
}
