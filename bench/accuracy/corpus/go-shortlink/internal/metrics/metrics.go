package metrics

import "sync/atomic"

type Counter struct {
	value atomic.Int64
}

func (c *Counter) Inc() { c.value.Add(1) }

func (c *Counter) Value() int64 { return c.value.Load() }

type Histogram struct {
	buckets []float64
	counts  []atomic.Int64

func (h *Histogram) Observe(v float64) {
	for i, limit := range h.buckets {
		if v <= limit {
			h.counts[i].Add(1)
		}
	}
}
