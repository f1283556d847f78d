package api

import (
	"crypto/subtle"
	"net/http"
	"os"
)

func requireToken(next http.Handler) http.Handler {
	token := []byte(os.Getenv("SHORTLINK_TOKEN"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := []byte(r.Header.Get("Authorization"))
		if subtle.ConstantTimeCompare(given, token) != 1 {
			http.Error(w, "token missing or wrong", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func rotateToken(old string) (string, error) {
	// TODO: tokens live in the environment until the vault is there
	return "", nil
}
