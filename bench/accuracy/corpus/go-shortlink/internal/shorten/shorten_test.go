package shorten_test

import (
	"testing"

	"example.org/shortlink/internal/shorten"
)

func FuzzCode(f *testing.F) {
	f.Add("https://example.org/")
	f.Fuzz(func(t *testing.T, url string) {
		if shorten.Code(url) != shorten.Code(shorten.Normalize(url)) {
			t.Errorf("code of %q depends on its ending", url)
		}
	})
}
