package climate

import (
	"testing"

	"example.org/greenhouse/sensor"
)

type fakeProbe struct{ value float64 }

func (f fakeProbe) reading() sensor.Reading {
	return sensor.Reading{Kind: sensor.Temperature, Value: f.value}
}

func TestDecide(t *testing.T) {
	cases := map[float64]Action{10: Heat, 20: Hold, 31: OpenVent}
	for value, want := range cases {
		c := New(DefaultLimits())
		if got := c.Decide(fakeProbe{value}.reading()); got != want {
			t.Errorf("Decide(%v) = %v, want %v", value, got, want)
		}
	}
}
