package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"

	"example.org/shortlink/internal/api"
	"example.org/shortlink/internal/store"
)

func main() {
	if err := rootCommand().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{Use: "shortlink", SilenceUsage: true}
	root.AddCommand(serveCommand(), pruneCommand)
	return root
}

func serveCommand() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Answer HTTP requests",
		RunE: func(cmd *cobra.Command, args []string) error {
			return http.ListenAndServe(addr, api.NewRouter(store.NewMemory()))
		},
	}
	cmd.Flags().StringVar(&addr, "addr", ":8080", "address to listen on")
	return cmd
}

var pruneCommand = &cobra.Command{
	Use:   "prune [days]",
	Short: "Forget links that nobody followed",
	RunE: func(cmd *cobra.Command, args []string) error {
		return store.NewMemory().Prune(cmd.Context(), 90)
	},
}

// statsCommand would print counters: Use: "stats".
