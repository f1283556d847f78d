// Package climate decides what the vents and the pumps do.
package climate

import (
	"sync"

	"example.org/greenhouse/sensor"
)

type Action string

const (
	Hold     Action = "hold"
	OpenVent Action = "open-vent"
	Heat     Action = "heat"
	Water    Action = "water"
)

type Limits struct {
	Low, High float64
	Dry       float64
}

func DefaultLimits() Limits { return Limits{Low: 14, High: 27, Dry: 35} }

type Controller struct {
	mu     sync.RWMutex
	limits Limits
	rules  []Rule
}

func New(limits Limits) *Controller {
	return &Controller{limits: limits, rules: []Rule{tooHot, tooCold, tooDry}}
}

func (c *Controller) Decide(r sensor.Reading) Action {
	c.mu.RLock()
	defer c.mu.RUnlock()
	for _, rule := range c.rules {
		if action, ok := rule(c.limits, r); ok {
			return action
		}
	}
	return Hold
}

func (c *Controller) SetLimits(l Limits) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.limits = l
}

func (c *Controller) Limits() Limits {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.limits
}

// Forecast looks some hours ahead.
func (c *Controller) Forecast(hours int) []Action {
	// TODO: needs the weather service, see the board
	return nil
}
