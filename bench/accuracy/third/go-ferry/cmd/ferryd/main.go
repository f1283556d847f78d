package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func newRoot() *cobra.Command {
	root := &cobra.Command{Use: "ferryd", SilenceUsage: true}
	root.AddCommand(newServe())
	timetable := &cobra.Command{Use: "timetable", Short: "Work on the timetable"}
	timetable.AddCommand(newImport(), newPrune())
	root.AddCommand(timetable)
	return root
}

func main() {
	if err := newRoot().Execute(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
