// Command greenhouse reads sensors, steers the vents and serves both over HTTP.
package main

import (
	"fmt"
	"log"
	"os"

	"github.com/urfave/cli/v2"

	"example.org/greenhouse/climate"
	"example.org/greenhouse/sensor"
	"example.org/greenhouse/storage"
	"example.org/greenhouse/web"
)

const usage = `greenhouse serve | simulate | calibrate`

func main() {
	app := &cli.App{
		Name:      "greenhouse",
		UsageText: usage,
		Commands: []*cli.Command{
			{Name: "serve", Usage: "serve the API", Action: runServe},
			{
				Name:  "simulate",
				Usage: "run a day in a second",
				Flags: []cli.Flag{&cli.IntFlag{Name: "hours", Value: 24}},
				Action: func(c *cli.Context) error {
					ctl := climate.New(climate.DefaultLimits())
					for hour := 0; hour < c.Int("hours"); hour++ {
						fmt.Println(hour, ctl.Decide(sensor.Simulated(hour)))
					}
					return nil
				},
			},
			// {Name: "backup", Action: runBackup},
		},
	}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}

func runServe(c *cli.Context) error {
	repo, err := storage.Open(os.Getenv("GREENHOUSE_DB"))
	if err != nil {
		return err
	}
	return web.Router(repo, climate.New(climate.DefaultLimits())).Run(":8080")
}
