package main

import (
	"net/http"

	"github.com/spf13/cobra"

	"example.org/ferry/internal/store"
	"example.org/ferry/internal/web"
)

func newServe() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Start the server",
		RunE: func(cmd *cobra.Command, args []string) error {
			srv := web.New(store.NewMemory())
			return http.ListenAndServe(addr, srv.Handler())
		},
	}
	cmd.Flags().StringVar(&addr, "addr", ":8080", "where to listen")
	return cmd
}
