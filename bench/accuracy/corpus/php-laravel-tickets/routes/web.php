<?php

use Illuminate\Support\Facades\Route;

Route::get('/up', fn () => response()->noContent());
Route::view('/', 'welcome');
