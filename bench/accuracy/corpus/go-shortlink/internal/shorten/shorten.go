package shorten

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// Code derives a short code from a URL.
func Code(url string) string {
	sum := sha256.Sum256([]byte(Normalize(url)))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:7]
}

func Normalize(url string) string { return strings.TrimRight(strings.TrimSpace(url), "/") }

type Alphabet string

func (a Alphabet) Valid(code string) bool {
	return strings.IndexFunc(code, func(r rune) bool { return !strings.ContainsRune(string(a), r) }) < 0
}

func parityByte(code string) byte {
	var sum byte
	for i := range len(code) {
		sum ^= code[i]
	}
	return sum
}
