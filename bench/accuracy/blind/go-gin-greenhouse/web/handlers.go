package web

import (
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"example.org/greenhouse/climate"
	"example.org/greenhouse/storage"
)

func (s *server) listBeds(c *gin.Context) {
	beds, err := s.repo.Beds(c)
	if err != nil {
		c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	c.JSON(http.StatusOK, beds)
}

func (s *server) addBed(c *gin.Context) {
	var bed storage.Bed
	if err := c.BindJSON(&bed); err != nil {
		return
	}
	if err := s.repo.AddBed(c, &bed); err != nil {
		c.AbortWithError(http.StatusConflict, err)
		return
	}
	c.JSON(http.StatusCreated, bed)
}

func (s *server) readings(c *gin.Context) {
	id, err := strconv.ParseUint(c.Param("bed"), 10, 64)
	if err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	rows, err := s.repo.History(c, uint(id), time.Now().Add(-24*time.Hour))
	if err != nil {
		c.AbortWithError(http.StatusInternalServerError, err)
		return
	}
	c.JSON(http.StatusOK, rows)
}

func (s *server) removeBed(c *gin.Context) {
	c.AbortWithStatus(http.StatusNotImplemented)
}

func (s *server) limits(c *gin.Context) { c.JSON(http.StatusOK, s.climate.Limits()) }

func (s *server) setLimits(c *gin.Context) {
	var l climate.Limits
	if c.BindJSON(&l) == nil {
		s.climate.SetLimits(l)
		c.Status(http.StatusNoContent)
	}
}

func (s *server) override(c *gin.Context) {
	action := climate.Action(c.PostForm("action"))
	switch action {
	case climate.OpenVent, climate.Heat, climate.Hold:
		c.JSON(http.StatusAccepted, gin.H{"action": action})
	default:
		c.JSON(http.StatusUnprocessableEntity, gin.H{"error": "unknown action"})
	}
}
