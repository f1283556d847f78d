package climate

import "example.org/greenhouse/sensor"

// Rule is one reason to act.
type Rule func(Limits, sensor.Reading) (Action, bool)

var tooHot Rule = func(l Limits, r sensor.Reading) (Action, bool) {
	return OpenVent, r.Kind == sensor.Temperature && r.Value > l.High
}

var tooCold Rule = func(l Limits, r sensor.Reading) (Action, bool) {
	return Heat, r.Kind == sensor.Temperature && r.Value < l.Low
}

func tooDry(l Limits, r sensor.Reading) (Action, bool) {
	return Water, r.Kind == sensor.SoilMoisture && r.Value < l.Dry
}

/*
func tooHumid(l Limits, r sensor.Reading) (Action, bool) {
	return OpenVent, r.Kind == sensor.Humidity && r.Value > 90
}
*/

func frostAlarm(r sensor.Reading) bool {
	return r.Kind == sensor.Temperature && r.Value < 2
}

// Smooth is the moving mean over a window.
func Smooth[T ~float32 | ~float64](values []T, window int) []T {
	if window < 1 {
		window = 1
	}
	out := make([]T, 0, len(values))
	var sum T
	for i, v := range values {
		sum += v
		if i >= window {
			sum -= values[i-window]
		}
		out = append(out, sum/T(min(i+1, window)))
	}
	return out
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}
