<?php

namespace App\Models;

use App\Support\HasSlug;
use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\HasMany;

/**
 * @method static self escalated()
 */
class Ticket extends Model
{
    use HasSlug;

    protected $fillable = ['subject', 'status', 'assignee'];

    public function comments(): HasMany
    {
        return $this->hasMany(Comment::class);
    }

    public function scopeStale($query, int $days = 14)
    {
        return $query->where('updated_at', '<', now()->subDays($days));
    }
}
