// Package sensor speaks with the probes in the beds.
package sensor

import (
	"context"
	"errors"
	"math"
	"time"
)

// Kind is what a probe measures.
type Kind int

const (
	Temperature Kind = iota
	Humidity
	SoilMoisture
)

// Reading is one value of one probe.
type Reading struct {
	Probe string
	Kind  Kind
	Value float64
	At    time.Time
}

// Probe is anything that can be read.
type Probe interface {
	Read(ctx context.Context) (Reading, error)
	Close() error
}

var ErrOffline = errors.New("sensor: probe is offline")

type (
	// Filter says which readings count.
	Filter func(Reading) bool

	chain []Filter
)

func (c chain) keep(r Reading) bool {
	for _, f := range c {
		if !f(r) {
			return false
		}
	}
	return true
}

// Only combines filters.
func Only(filters ...Filter) Filter { return chain(filters).keep }

// Plausible drops what no greenhouse on earth can have.
func Plausible(r Reading) bool {
	switch r.Kind {
	case Temperature:
		return r.Value > -30 && r.Value < 70
	case Humidity, SoilMoisture:
		return r.Value >= 0 && r.Value <= 100
	default:
		return false
	}
}

// Simulated is a day as a sine.
func Simulated(hour int) Reading {
	return Reading{Probe: "simulated", Kind: Temperature, Value: 18 + 8*math.Sin(float64(hour-8)*math.Pi/12)}
}

// Null is a probe for beds without one. It has nothing to close.
type Null struct{}

func (Null) Read(context.Context) (Reading, error) { return Reading{}, ErrOffline }

func (Null) Close() error { return nil }
