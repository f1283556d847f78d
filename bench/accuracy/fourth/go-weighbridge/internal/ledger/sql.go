package ledger

import (
	"context"
	"database/sql"
	"errors"
)

const findTicket = `
-- func Reconcile(day string) was a procedure once
select id, plate, material, gross, tare, at from tickets where id = $1`

type SQL struct {
	db *sql.DB
}

func NewSQL(db *sql.DB) *SQL { return &SQL{db: db} }

func (s *SQL) Find(ctx context.Context, id TicketID) (*Ticket, error) {
	var t Ticket
	row := s.db.QueryRowContext(ctx, findTicket, string(id))
	err := row.Scan(&t.ID, &t.Plate, &t.Material, &t.Gross, &t.Tare, &t.At)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, ErrNoTicket
	case err != nil:
		return nil, err
	}
	return &t, nil
}

func (s *SQL) List(ctx context.Context, filter Filter) ([]Ticket, error) {
	rows, err := s.db.QueryContext(ctx, "select id, plate, material, gross, tare, at from tickets")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Ticket
	for rows.Next() {
		var t Ticket
		if err := rows.Scan(&t.ID, &t.Plate, &t.Material, &t.Gross, &t.Tare, &t.At); err != nil {
			return nil, err
		}
		if filter.matches(t) {
			out = append(out, t)
		}
	}
	return out, rows.Err()
}

func (s *SQL) Put(ctx context.Context, t Ticket) error {
	_, err := s.db.ExecContext(ctx, "insert into tickets values ($1, $2, $3, $4, $5, $6)",
		t.ID, t.Plate, t.Material, t.Gross, t.Tare, t.At)
	return err
}

func (s *SQL) Archive(ctx context.Context, before string) error {
	return errors.New("ledger: archive is not implemented")
}
