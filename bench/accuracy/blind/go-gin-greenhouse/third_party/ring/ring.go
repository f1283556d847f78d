// Package ring is copied from github.com/example/ring at v1.0.3.
package ring

type Ring struct{ items []float64 }

func (r *Ring) Push(v float64) { r.items = append(r.items, v) }

func (r *Ring) Mean() float64 {
	if len(r.items) == 0 {
		return 0
	}
	var sum float64
	for _, v := range r.items {
		sum += v
	}
	return sum / float64(len(r.items))
}
