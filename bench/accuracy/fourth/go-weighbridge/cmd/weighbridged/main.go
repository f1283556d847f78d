package main

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"

	_ "github.com/lib/pq"

	"example.org/weighbridge/internal/httpapi"
	"example.org/weighbridge/internal/ledger"
	"example.org/weighbridge/internal/pricing"
)

type command struct {
	name string
	run  func(ctx context.Context, args []string) error
}

var commands = []command{
	{name: "serve", run: runServe},
	{name: "reprice", run: runReprice},
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: weighbridged serve|reprice")
		os.Exit(2)
	}
	for _, c := range commands {
		if c.name == os.Args[1] {
			if err := c.run(context.Background(), os.Args[2:]); err != nil {
				slog.Error("failed", "command", c.name, "err", err)
				os.Exit(1)
			}
			return
		}
	}
	os.Exit(2)
}

func runServe(ctx context.Context, args []string) error {
	fs := flag.NewFlagSet("serve", flag.ContinueOnError)
	addr := fs.String("addr", ":8080", "where to listen")
	if err := fs.Parse(args); err != nil {
		return err
	}
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer db.Close()
	book := ledger.NewSQL(db)
	srv := httpapi.New(book, pricing.Default(), httpapi.WithLogger(slog.Default()))
	return http.ListenAndServe(*addr, srv)
}

func runReprice(ctx context.Context, args []string) error {
	panic("not implemented")
}

func runBackfill(ctx context.Context, args []string) error {
	for _, day := range args {
		slog.InfoContext(ctx, "backfill", "day", day)
	}
	return nil
}
