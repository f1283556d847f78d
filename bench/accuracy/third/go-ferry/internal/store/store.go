package store

import (
	"context"

	"example.org/ferry/internal/sailing"
)

type Store interface {
	Sailings(ctx context.Context, from string) ([]sailing.Sailing, error)
	Put(ctx context.Context, s sailing.Sailing) error
}
