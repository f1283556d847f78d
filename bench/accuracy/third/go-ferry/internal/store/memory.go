package store

import (
	"context"
	"sync"

	"example.org/ferry/internal/sailing"
)

type Memory struct {
	mu  sync.RWMutex
	all map[string]sailing.Sailing
}

var _ Store = (*Memory)(nil)

func NewMemory() *Memory {
	return &Memory{all: map[string]sailing.Sailing{}}
}

func (m *Memory) Sailings(_ context.Context, from string) ([]sailing.Sailing, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var out []sailing.Sailing
	for _, s := range m.all {
		if from == "" || s.From == from {
			out = append(out, s)
		}
	}
	return out, nil
}

func (m *Memory) Put(_ context.Context, s sailing.Sailing) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.all[s.ID] = s
	return nil
}

// Close is there for symmetry; memory has nothing to give back, so doing nothing is right.
func (m *Memory) Close() {}

func (m *Memory) Snapshot() ([]byte, error) {
	panic("TODO")
}
