module example.org/greenhouse

go 1.19

require (
	github.com/gin-gonic/gin v1.9.1
	github.com/urfave/cli/v2 v2.27.1
	gorm.io/gorm v1.25.5
)
