module example.org/ferry

go 1.22

require (
	github.com/jackc/pgx/v5 v5.5.5
	github.com/spf13/cobra v1.8.0
)
