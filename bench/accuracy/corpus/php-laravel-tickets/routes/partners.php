<?php

use Illuminate\Support\Facades\Route;

Route::get('/partners/tickets', fn () => []);
