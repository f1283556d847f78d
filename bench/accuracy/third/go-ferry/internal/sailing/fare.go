package sailing

import "fmt"

type FarePolicy interface {
	Cents(lanes int) int
}

type FlatFare struct{ Price int }

func (f FlatFare) Cents(lanes int) int { return f.Price * lanes }

type PeakFare struct {
	Base   int
	Factor float64
}

func (p PeakFare) Cents(lanes int) int {
	return int(float64(p.Base*lanes) * p.Factor)
}

type FreeFare struct{}

func (FreeFare) Cents(int) int { return 0 }

// policyFor picks the policy by the name that the timetable uses.
func policyFor(name string) (FarePolicy, error) {
	switch name {
	case "flat":
		return FlatFare{Price: 900}, nil
	case "peak":
		return PeakFare{Base: 900, Factor: 1.5}, nil
	case "group":
		return nil, fmt.Errorf("group fares are not implemented")
	}
	return nil, fmt.Errorf("unknown fare %q", name)
}

func ResidentFare(postcode string) (int, error) {
	return 0, fmt.Errorf("resident fares: not implemented")
}
