package sailing

import "time"

// TODO: read the tables of the harbour office. func TideLevel(at time.Time) float64

func Slack(at time.Time) time.Duration {
	panic("not implemented")
}

func Draught(lanes int) float64 {
	// TODO: weigh the cars
	return 0
}
