package storage

import "time"

type Bed struct {
	ID   uint   `gorm:"primaryKey"`
	Name string `gorm:"uniqueIndex"`
	Crop string
}

type ReadingRow struct {
	ID    uint `gorm:"primaryKey"`
	BedID uint
	Kind  int
	Value float64
	At    time.Time `gorm:"index"`
}

// TableName tells gorm where the rows live.
func (ReadingRow) TableName() string { return "sensor_readings" }
