// Package web is the HTTP side of the greenhouse.
package web

import (
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"

	"example.org/greenhouse/climate"
	"example.org/greenhouse/storage"
)

type server struct {
	repo    *storage.Repo
	climate *climate.Controller
}

func Router(repo *storage.Repo, ctl *climate.Controller) *gin.Engine {
	s := &server{repo: repo, climate: ctl}
	r := gin.New()
	r.Use(gin.Recovery())
	r.GET("/ping", func(c *gin.Context) { c.String(http.StatusOK, "pong") })

	api := r.Group("/api/v2")
	beds := api.Group("/beds")
	{
		beds.GET("", s.listBeds)
		beds.POST("", s.addBed)
		beds.GET("/:bed/readings", s.readings)
		beds.DELETE("/:bed", s.removeBed)
	}
	registerClimate(api.Group("/climate", requireKey), s)
	r.Any("/legacy/beds", s.listBeds)
	return r
}

func registerClimate(g *gin.RouterGroup, s *server) {
	g.GET("/limits", s.limits)
	g.PUT("/limits", s.setLimits)
	g.Handle(http.MethodPost, "/override", s.override)
}

func registerDebug(g *gin.RouterGroup) {
	g.GET("/debug/vars", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"env": len(os.Environ())}) })
}

func requireKey(c *gin.Context) {
	if strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ") != os.Getenv("GREENHOUSE_KEY") {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}
