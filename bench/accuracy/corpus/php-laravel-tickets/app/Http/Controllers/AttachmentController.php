<?php

namespace App\Http\Controllers;

use Illuminate\Support\Facades\Storage;

class AttachmentController
{
    public function show(string $id)
    {
        return Storage::download("attachments/{$id}");
    }

    public function destroy(string $id)
    {
        // TODO
    }
}
