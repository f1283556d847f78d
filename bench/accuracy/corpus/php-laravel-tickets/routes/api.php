<?php

use App\Http\Controllers\AttachmentController;
use App\Http\Controllers\CommentController;
use App\Http\Controllers\TicketController;
use Illuminate\Support\Facades\Route;

Route::get('/tickets', [TicketController::class, 'index']);
Route::post('/tickets', [TicketController::class, 'store']);

Route::prefix('tickets/{ticket}')->group(function () {
    Route::get('/', [TicketController::class, 'show']);
    Route::patch('/status', [TicketController::class, 'changeStatus']);
    Route::post('/comments', [CommentController::class, 'store']);
    Route::match(['put', 'post'], '/assignee', [TicketController::class, 'assign']);
    # Route::delete('/', [TicketController::class, 'destroy']);
});

Route::apiResource('attachments', AttachmentController::class)->only(['show', 'destroy']);
