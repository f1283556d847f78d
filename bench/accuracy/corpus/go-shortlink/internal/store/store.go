// Package store keeps links.
package store

import (
	"context"
	"errors"
	"time"
)

var ErrNotFound = errors.New("link not found")

type Link struct {
	Code     string    `json:"code"`
	Target   string    `json:"target"`
	LastUsed time.Time `json:"last_used"`
}

// Links is what the API needs from a store.
type Links interface {
	Find(ctx context.Context, code string) (Link, error)
	All(ctx context.Context) ([]Link, error)
	Save(ctx context.Context, link Link) error
	Delete(ctx context.Context, code string) error
}

type (
	Clock     func() time.Time
	Predicate func(Link) bool
)
