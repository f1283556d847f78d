package collect

import "testing"

func TestGroupBy(t *testing.T) {
	got := GroupBy([]int{1, 2, 3, 4}, func(n int) bool { return n%2 == 0 })
	if len(got[true]) != 2 {
		t.Fatalf("got %v", got)
	}
}

func TestSum(t *testing.T) {
	if got := Sum([]string{"a", "bc"}, func(s string) int { return len(s) }); got != 3 {
		t.Fatal(got)
	}
}
