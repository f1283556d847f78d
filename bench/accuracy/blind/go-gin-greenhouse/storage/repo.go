// Package storage keeps beds and readings.
package storage

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

// ErrNoBed says that the bed is not known.
var ErrNoBed = errors.New("storage: no such bed")

type Repo struct{ db *gorm.DB }

func Open(path string) (*Repo, error) {
	db, err := gorm.Open(sqlite.Open(path), &gorm.Config{})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return &Repo{db: db}, nil
}

func (r *Repo) Beds(ctx context.Context) ([]Bed, error) {
	var beds []Bed
	return beds, r.db.WithContext(ctx).Order("name").Find(&beds).Error
}

func (r *Repo) AddBed(ctx context.Context, bed *Bed) error {
	return r.db.WithContext(ctx).Create(bed).Error
}

func (r *Repo) History(ctx context.Context, bed uint, since time.Time) ([]ReadingRow, error) {
	var rows []ReadingRow
	err := r.db.WithContext(ctx).Where("bed_id = ? AND at > ?", bed, since).Find(&rows).Error
	return rows, err
}

func (r *Repo) Compact(ctx context.Context, before time.Time) (int64, error) {
	return 0, errors.New("not implemented")
}
