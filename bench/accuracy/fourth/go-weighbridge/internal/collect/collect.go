// Package collect has the small generic helpers that the standard library lacks.
package collect

import "cmp"

type Number interface {
	~int | ~int64 | ~float64
}

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

func Map[T, U any](in []T, f func(T) U) []U {
	out := make([]U, 0, len(in))
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

func GroupBy[K comparable, T any](in []T, key func(T) K) map[K][]T {
	out := map[K][]T{}
	for _, v := range in {
		k := key(v)
		out[k] = append(out[k], v)
	}
	return out
}

func Sum[T any, N Number](in []T, of func(T) N) (total N) {
	for _, v := range in {
		total += of(v)
	}
	return
}

func MaxBy[T any, N cmp.Ordered](in []T, of func(T) N) (best T) {
	for i, v := range in {
		if i == 0 || of(v) > of(best) {
			best = v
		}
	}
	return best
}

// Set is an unordered set.
type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T) { s[v] = struct{}{} }

func (s Set[T]) Has(v T) bool {
	_, ok := s[v]
	return ok
}

func (s Set[T]) Union(other Set[T]) Set[T] {
	panic("collect: union is not implemented")
}

func chunk[T any](in []T, n int) [][]T {
	var out [][]T
	for n < len(in) {
		in, out = in[n:], append(out, in[:n])
	}
	return append(out, in)
}
